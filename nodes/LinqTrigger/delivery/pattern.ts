/**
 * Regular expressions whose time grows with the length of the text only, whatever the expression and
 * the text. JavaScript's own engine tries one way after the other: texts of strangers can make it try
 * for hours, and n8n does nothing else meanwhile. This one follows all ways at once, character by
 * character (Thompson's construction).
 *
 * Backreferences and lookarounds cannot be matched this way and are refused.
 */
export interface Pattern {
	test(text: string): boolean;
}

/** An expression that is right for JavaScript, but cannot be matched here. */
export class UnsupportedPattern extends Error {}

/** Longest text that is looked at, in characters: Linq's own limit for a text. */
const MAX_TEXT = 10_000;

/** Most steps of an expression, repetitions written out: with the longest text some 100 ms. */
const MAX_STEPS = 1_000;

type Step =
	| { kind: 'character'; matches: (character: string) => boolean }
	/** Goes on at all of these steps at once. */
	| { kind: 'fork'; to: number[] }
	/** Goes on where it holds between two characters. */
	| { kind: 'assertion'; holds: (before: string | undefined, after: string | undefined) => boolean }
	| { kind: 'end' };

/**
 * @param source of a regular expression
 * @param flags i, m, s and u count
 * @throws SyntaxError for what is no regular expression
 * @throws UnsupportedPattern for what cannot be matched in bounded time
 */
export function compilePattern(source: string, flags: string): Pattern {
	// JavaScript knows best what is one.
	new RegExp(source, flags);
	if (flags.includes('v')) throw new UnsupportedPattern('the flag v');
	const steps = new Compiler(source, flags).compile();
	const isUnicode = flags.includes('u');
	return {
		test(text) {
			const cut = text.slice(0, MAX_TEXT);
			return isMatch(steps, isUnicode ? [...cut] : cut.split(''));
		},
	};
}

function isMatch(steps: Step[], characters: string[]): boolean {
	/** By step: the last place at which it was reached, plus one. */
	const reached = new Uint32Array(steps.length);
	let active: number[] = [];
	for (let place = 0; place <= characters.length; place++) {
		const [before, after] = [characters[place - 1], characters[place]];
		// A match can begin anywhere.
		const waiting = [...active, 0];
		const readers: number[] = [];
		for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
			if (reached[index] === place + 1) continue;
			reached[index] = place + 1;
			const step = steps[index];
			if (step?.kind === 'end') return true;
			if (step?.kind === 'fork') waiting.push(...step.to);
			if (step?.kind === 'assertion' && step.holds(before, after)) waiting.push(index + 1);
			if (step?.kind === 'character') readers.push(index);
		}
		if (after === undefined) return false;
		active = [];
		for (const index of readers) {
			const step = steps[index];
			if (step?.kind === 'character' && step.matches(after)) active.push(index + 1);
		}
	}
	return false;
}

const LINE_END = /[\n\r\u2028\u2029]/;

/** Turns an expression into steps. The grammar is that of ECMAScript, with its old leniences. */
class Compiler {
	private readonly steps: Step[] = [];
	private rest: string;
	private readonly isUnicode: boolean;
	private readonly isMultiline: boolean;
	/** Those that matter for a single character. */
	private readonly characterFlags: string;

	constructor(source: string, flags: string) {
		this.rest = source;
		this.isUnicode = flags.includes('u');
		this.isMultiline = flags.includes('m');
		this.characterFlags = flags.replace(/[^isu]/g, '');
	}

	compile(): Step[] {
		this.alternatives();
		this.add({ kind: 'end' });
		return this.steps;
	}

	private add(step: Step): void {
		if (this.steps.length >= MAX_STEPS) throw new UnsupportedPattern('too many repetitions');
		this.steps.push(step);
	}

	/** Takes what matches from the front of the expression. */
	private take(pattern: RegExp): string | undefined {
		const [found] = pattern.exec(this.rest) ?? [];
		if (found !== undefined) this.rest = this.rest.slice(found.length);
		return found;
	}

	private alternatives(): void {
		const start = this.steps.length;
		this.sequence();
		if (!this.take(/^\|/)) return;
		const first = this.cut(start);
		this.alternatives();
		const second = this.cut(start);
		this.add({ kind: 'fork', to: [start + 1, start + 2 + first.length] });
		this.paste(first, start, start + 1);
		this.add({ kind: 'fork', to: [start + 2 + first.length + second.length] });
		this.paste(second, start, start + 2 + first.length);
	}

	private sequence(): void {
		while (this.rest !== '' && !/^[|)]/.test(this.rest)) this.term();
	}

	private term(): void {
		const start = this.steps.length;
		if (this.assertion()) return;
		if (this.take(/^\(/)) this.group();
		else this.character();
		const quantifier = this.take(/^(?:[*+?]|\{\d+(?:,\d*)?\})/);
		if (quantifier === undefined) return;
		// Greedy or not: that decides where a match ends, not whether there is one.
		this.take(/^\?/);
		this.repeat(start, quantifier);
	}

	private assertion(): boolean {
		const isLineEnd = (character: string | undefined) =>
			character === undefined || (this.isMultiline && LINE_END.test(character));
		if (this.take(/^\^/)) {
			this.add({ kind: 'assertion', holds: (before) => isLineEnd(before) });
			return true;
		}
		if (this.take(/^\$/)) {
			this.add({ kind: 'assertion', holds: (_, after) => isLineEnd(after) });
			return true;
		}
		const boundary = this.take(/^\\[bB]/);
		if (boundary === undefined) return false;
		const isWord = this.matcher('\\w');
		this.add({
			kind: 'assertion',
			holds: (before, after) => {
				const [left, right] = [before, after].map((one) => one !== undefined && isWord(one));
				return (left !== right) === (boundary === '\\b');
			},
		});
		return true;
	}

	private group(): void {
		if (this.take(/^\?<?[=!]/)) throw new UnsupportedPattern('a lookahead or lookbehind');
		if (!this.take(/^\?(?::|<[^>]*>)/) && this.rest.startsWith('?')) {
			throw new UnsupportedPattern('flags inside of the expression');
		}
		this.alternatives();
		this.take(/^\)/);
	}

	private character(): void {
		if (/^\\(?:[1-9]|k<)/.test(this.rest)) throw new UnsupportedPattern('a backreference');
		const escape = this.isUnicode
			? /^\\(?:u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[pP]\{[^}]*\}|.)/su
			: /^\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|0[0-7]{0,2}|[^])/;
		const atom =
			this.take(/^\[(?:\\[^]|[^\]\\])*\]/) ??
			this.take(escape) ??
			this.take(this.isUnicode ? /^./su : /^[^]/) ??
			'';
		this.add({ kind: 'character', matches: this.matcher(atom) });
	}

	/** Whether a single character is one of these; JavaScript decides, and is asked once for each. */
	private matcher(atom: string): (character: string) => boolean {
		// A brace or bracket that is none in the old grammar would be half of one here.
		const alone = /^[{}\]]$/.test(atom) ? `\\${atom}` : atom;
		const pattern = new RegExp(`^(?:${alone})$`, this.characterFlags);
		const known = new Map<string, boolean>();
		return (character) => {
			let matches = known.get(character);
			if (matches === undefined) {
				matches = pattern.test(character);
				known.set(character, matches);
			}
			return matches;
		};
	}

	/** Writes the steps from `start` on as often as the quantifier says. */
	private repeat(start: number, quantifier: string): void {
		const body = this.cut(start);
		const [least, most] = bounds(quantifier);
		const paste = () => this.paste(body, start, this.steps.length);
		for (let count = 0; count < least; count++) paste();
		if (most === Infinity) {
			const loop = this.steps.length;
			this.add({ kind: 'fork', to: [loop + 1, loop + body.length + 2] });
			paste();
			this.add({ kind: 'fork', to: [loop] });
			return;
		}
		const end = this.steps.length + (most - least) * (body.length + 1);
		for (let count = least; count < most; count++) {
			this.add({ kind: 'fork', to: [this.steps.length + 1, end] });
			paste();
		}
	}

	private cut(start: number): Step[] {
		return this.steps.splice(start);
	}

	/** Adds steps that were made for another place. */
	private paste(steps: Step[], madeFor: number, place: number): void {
		for (const step of steps) {
			this.add(
				step.kind === 'fork'
					? { kind: 'fork', to: step.to.map((index) => index - madeFor + place) }
					: step,
			);
		}
	}
}

function bounds(quantifier: string): [least: number, most: number] {
	if (quantifier === '*') return [0, Infinity];
	if (quantifier === '+') return [1, Infinity];
	if (quantifier === '?') return [0, 1];
	const [, least = '0', comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier) ?? [];
	if (!comma) return [Number(least), Number(least)];
	return [Number(least), most ? Number(most) : Infinity];
}
