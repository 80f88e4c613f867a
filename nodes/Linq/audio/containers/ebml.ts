/** An element of EBML, as places in the file (RFC 8794). */
export interface Element {
	id: number;
	at: number;
	/** Where the element behind it begins; not known for what was written live. */
	end?: number;
}

/** The elements between two places. Ends at what is no element, or does not end in time. */
export function* elementsIn(file: Buffer, from: number, to: number): Generator<Required<Element>> {
	let at = from;
	while (at < to) {
		const element = elementAt(file, at);
		if (element?.end === undefined || element.end > to) return;
		yield { ...element, end: element.end };
		at = element.end;
	}
}

/** @returns nothing where no element begins, or its header is cut off */
export function elementAt(file: Buffer, at: number): Element | undefined {
	const first = file[at] ?? 0;
	const idSize = Math.clz32(first) - 23;
	if (idSize > 4 || at + idSize >= file.length) return undefined;
	const size = sizeAt(file, at + idSize);
	if (!size) return undefined;
	const start = at + idSize + size.width;
	const end = size.value === undefined ? undefined : start + size.value;
	return { id: file.readUIntBE(at, idSize), at: start, end };
}

/** A number whose first byte says how many there are; all ones mean that the size is not known. */
export function sizeAt(
	file: Buffer,
	at: number,
): { value: number | undefined; width: number } | undefined {
	const first = file[at] ?? 0;
	const width = Math.clz32(first) - 23;
	if (width > 8 || at + width > file.length) return undefined;
	const rest = first & (0xff >> width);
	const value = numberBehind(file, at + 1, width - 1, rest);
	return { value: value === 2 ** (7 * width) - 1 ? undefined : value, width };
}

function numberBehind(file: Buffer, at: number, bytes: number, before: number): number {
	let value = before;
	for (let place = at; place < at + bytes; place++) value = value * 256 + (file[place] ?? 0);
	return value;
}

/** The value of an element that holds an unsigned number. */
export function unsignedOf(file: Buffer, { at, end }: Required<Element>): number {
	return numberBehind(file, at, Math.min(8, end - at), 0);
}

/** The value of an element that holds a signed number. */
export function signedOf(file: Buffer, element: Required<Element>): number {
	const bits = 8 * Math.min(8, element.end - element.at);
	const value = unsignedOf(file, element);
	return value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
}

/** The value of an element that holds a fraction. */
export function fractionOf(file: Buffer, { at, end }: Required<Element>): number {
	if (end - at === 4) return file.readFloatBE(at);
	return end - at === 8 ? file.readDoubleBE(at) : 0;
}
