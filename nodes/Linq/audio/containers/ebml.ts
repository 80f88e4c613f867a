/** An element of EBML, as places in the file (RFC 8794). */
export interface Element {
	id: number;
	at: number;
	/** Where the element behind it begins; infinite for what was written live and does not know. */
	end: number;
}

/** The elements between two places. Ends at what is no element, or does not end in time. */
export function* elementsIn(file: Buffer, from: number, to: number): Generator<Element> {
	let at = from;
	while (at < to) {
		const element = elementAt(file, at);
		if (!element || element.end > to) return;
		yield element;
		at = element.end;
	}
}

/** @returns nothing where no element begins, or its header is cut off */
export function elementAt(file: Buffer, at: number): Element | undefined {
	const idWidth = widthAt(file, at);
	const sizeAt = at + idWidth;
	const start = sizeAt + widthAt(file, sizeAt);
	if (idWidth > 4 || start > file.length) return undefined;
	const size = variableAt(file, sizeAt);
	return { id: numberBehind(file, at, idWidth, 0), at: start, end: start + size };
}

/** How many bytes a number has, by its first one; more than it can be where there is none. */
export function widthAt(file: Buffer, at: number): number {
	const width = Math.clz32(file[at] ?? 0) - 23;
	return width > 8 ? Infinity : width;
}

/** Such a number without the mark of its width; infinite if all its bits are ones. */
export function variableAt(file: Buffer, at: number): number {
	const width = widthAt(file, at);
	const value = numberBehind(file, at + 1, width - 1, (file[at] ?? 0) & (0xff >> width));
	return value === 2 ** (7 * width) - 1 ? Infinity : value;
}

function numberBehind(file: Buffer, at: number, bytes: number, before: number): number {
	let value = before;
	for (let place = at; place < at + bytes; place++) value = value * 256 + (file[place] ?? 0);
	return value;
}

/** The value of an element that holds an unsigned number. */
export function unsignedOf(file: Buffer, { at, end }: Element): number {
	return numberBehind(file, at, Math.min(8, end - at), 0);
}

/** The value of an element that holds a signed number. */
export function signedOf(file: Buffer, element: Element): number {
	const bits = 8 * Math.min(8, element.end - element.at);
	const value = unsignedOf(file, element);
	return value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
}

/** The value of an element that holds a fraction. */
export function fractionOf(file: Buffer, { at, end }: Element): number {
	if (end - at === 4) return file.readFloatBE(at);
	return end - at === 8 ? file.readDoubleBE(at) : 0;
}
