/**
 * Undoes the format in which n8n stores an execution's data: a list in which each value stands once,
 * and every text inside an object or a list is the place of the value that is meant. (npm: flatted.)
 * @throws SyntaxError, or Error if the text is JSON of another format
 */
export function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown;
	if (!Array.isArray(values)) throw new Error('Not a list: no data of an execution.');
	const made = new Map<number, unknown>();
	const at = (place: number): unknown => {
		if (made.has(place)) return made.get(place);
		const value: unknown = values[place];
		if (typeof value !== 'object' || value === null) return value;
		const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
		made.set(place, copy);
		for (const [key, reference] of Object.entries(value) as Array<[string, unknown]>) {
			Object.assign(copy, {
				[key]: typeof reference === 'string' ? at(Number(reference)) : reference,
			});
		}
		return copy;
	};
	return at(0);
}
