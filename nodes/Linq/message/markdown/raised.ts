const PLAIN = '0123456789+-=()n';
const SHAPES = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ' };

/** @returns the text in raised or lowered characters; undefined where Unicode has none for it */
export function raise(text: string, to: 'sup' | 'sub'): string | undefined {
	const shapes = [...text].map((character) => SHAPES[to][PLAIN.indexOf(character)]);
	return shapes.every((shape) => shape !== undefined) ? shapes.join('') : undefined;
}

const TAGS = /<(sup|sub)>([\d+-]{1,12})<\/\1>/iy;

/** Raised or lowered numbers in HTML, e.g. `m<sup>2</sup>`. */
export function raisedAt(text: string, at: number): { text: string; end: number } | undefined {
	TAGS.lastIndex = at;
	const [found, name = '', digits = ''] = TAGS.exec(text) ?? [];
	const raised = raise(digits, name.toLowerCase() === 'sup' ? 'sup' : 'sub');
	return found === undefined || raised === undefined
		? undefined
		: { text: raised, end: at + found.length };
}
