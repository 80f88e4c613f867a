import type { Style } from './styledText';

/** Signs of emphasis of one kind, one after the other, e.g. `**`. */
export interface Run {
	sign: string;
	/** Where it stands in the source. */
	at: number;
	length: number;
	/** How many of the signs mean nothing so far. */
	left: number;
	canOpen: boolean;
	canClose: boolean;
	/** Styles that begin or end with it. */
	opens: Style[];
	closes: Style[];
}

/** Scripts that put no spaces between words. */
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const OPENING = /[\p{Ps}\p{Pi}"'¿¡#$€£]/u;
const EYE = /[\^\-=;@><]/;
const CLOSING = /[\p{Pe}\p{Pf}\p{Po}]/u;

/**
 * Whether signs of emphasis can begin or end it (CommonMark 0.31, 6.2), with these differences:
 *
 * - Beside Chinese, Japanese and Korean, punctuation inside of the signs does no harm:
 *   `**「重要」**です` is bold. Beside other words that holds for `**` only: `**Note:**see`.
 * - `*` means a product in `2*3*4` and any name in `*.csv`; `_` is the nose of `^_^`.
 * - `~~` strikes out; one `~`, or three, mean nothing.
 */
export function runAt(text: string, at: number): Run {
	const sign = text[at] ?? '';
	let end = at;
	while (text[end] === sign) end++;
	const length = end - at;
	const [before, after] = [characterBefore(text, at), characterAt(text, end)];
	const isLoose = sign === '*' && length > 1;
	const left = flanks(after, before, isLoose && OPENING.test(after));
	const right = flanks(before, after, isLoose && CLOSING.test(before));
	const isOpening = left && (length > 1 || !isPlain(sign, before, text.slice(end, end + 2)));
	return { sign, at, length, left: length, ...sides(), opens: [], closes: [] };

	function sides(): Pick<Run, 'canOpen' | 'canClose'> {
		if (sign === '~') return { canOpen: left && length === 2, canClose: right && length === 2 };
		if (sign === '*') return { canOpen: isOpening && !isPower(before, after), canClose: right };
		return {
			canOpen: isOpening && (!right || PUNCTUATION.test(before)),
			canClose: right && (!left || PUNCTUATION.test(after)) && !isNose(before, length, after),
		};
	}
}

/**
 * @param inner the character on the side of the emphasised words
 * @param isLoose whether punctuation is let pass there
 */
const flanks = (inner: string, outer: string, isLoose: boolean): boolean =>
	!isSpace(inner) &&
	(!PUNCTUATION.test(inner) ||
		isLoose ||
		isSpace(outer) ||
		PUNCTUATION.test(outer) ||
		CJK.test(outer));

/** Whether a single sign is one of those that people write without a thought of Markdown. */
function isPlain(sign: string, before: string, behind: string): boolean {
	const [after = ''] = behind;
	if (sign === '_') return isFace(before) && isFace(after);
	const isProduct = /[\w)\]]/.test(before) && /[\w(]/.test(after);
	return isProduct || /^\.\w/.test(behind);
}

/** A nose between two eyes, as in `^_^` or `>_<`, does not end emphasis that began elsewhere either. */
const isNose = (before: string, length: number, after: string): boolean =>
	length === 1 && EYE.test(before) && EYE.test(after);

const isFace = (character: string): boolean =>
	PUNCTUATION.test(character) && !OPENING.test(character) && !/[*~]/.test(character);

/** `2**3` */
const isPower = (before: string, after: string): boolean => /\d/.test(before) && /\d/.test(after);

/** Beginning and end of a text count as space. */
const isSpace = (character: string): boolean => character === '' || /\s/.test(character);

const characterAt = (text: string, at: number): string => {
	const code = text.codePointAt(at);
	return code === undefined ? '' : String.fromCodePoint(code);
};

function characterBefore(text: string, at: number): string {
	const isPair =
		/[\udc00-\udfff]/.test(text[at - 1] ?? '') && /[\ud800-\udbff]/.test(text[at - 2] ?? '');
	return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
}

interface Link {
	run: Run;
	before?: Link;
	after?: Link;
}

/** The runs of a paragraph that nothing closes so far (CommonMark, appendix: delimiter stack). */
export class OpenRuns {
	private last: Link | undefined;

	push(run: Run): void {
		const link: Link = { run, before: this.last };
		if (this.last) this.last.after = link;
		this.last = link;
	}

	/**
	 * Pairs what stands behind a place, and forgets it. Its time grows with the number of runs alone:
	 * where no opener was found for a kind of closer, none is looked for again.
	 *
	 * @param from where the words begin, e.g. those of a link
	 */
	pair(from: number): void {
		const floors = new Map<string, number>();
		let closer = this.firstBehind(from);
		const below = closer ? closer.before : this.last;
		while (closer) {
			const { run } = closer;
			const kind = `${run.sign}${run.canOpen ? 'both' : ''}${run.length % 3}`;
			const floor = Math.max(from, floors.get(kind) ?? from);
			const opener = run.canClose ? findOpener(closer, floor) : undefined;
			if (opener) {
				emphasise(opener.run, run);
				opener.after = closer;
				closer.before = opener;
				if (opener.run.left === 0) this.remove(opener);
			} else if (run.canClose) {
				floors.set(kind, run.at);
			}
			const isDone = run.left === 0 || (!opener && run.canClose && !run.canOpen);
			const next: Link | undefined = opener && run.left > 0 ? closer : closer.after;
			if (isDone) this.remove(closer);
			closer = next;
		}
		this.last = below;
		if (below) below.after = undefined;
	}

	private firstBehind(from: number): Link | undefined {
		let first: Link | undefined;
		for (let link = this.last; link && link.run.at >= from; link = link.before) first = link;
		return first;
	}

	private remove({ before, after }: Link): void {
		if (before) before.after = after;
		if (after) after.before = before;
		else this.last = before;
	}
}

function findOpener(closer: Link, floor: number): Link | undefined {
	for (let link = closer.before; link && link.run.at >= floor; link = link.before) {
		if (matches(link.run, closer.run)) return link;
	}
	return undefined;
}

/** The rule of three of CommonMark, 6.2: `*foo**bar*` has one emphasis only. */
function matches(opener: Run, closer: Run): boolean {
	if (opener.sign !== closer.sign || !opener.canOpen) return false;
	const isEither = opener.canClose || closer.canOpen;
	const areThree = (opener.length + closer.length) % 3 === 0;
	return !isEither || !areThree || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function emphasise(opener: Run, closer: Run): void {
	const signs = Math.min(opener.left, closer.left, 2);
	const style = opener.sign === '~' ? 'strikethrough' : signs === 2 ? 'bold' : 'italic';
	opener.left -= signs;
	closer.left -= signs;
	opener.opens.push(style);
	closer.closes.push(style);
}

/**
 * `**Title: **text` and `**Title **` are not bold by the rules, but models write them. So a `**` that
 * opens, and that nothing closed, ends with the next one on its line, if that looks like an end.
 *
 * @param runs all of a paragraph, in order, after pairing
 */
export function pairLoosely(text: string, runs: Run[]): void {
	let opener: Run | undefined;
	for (const run of runs) {
		if (run.sign !== '*' || run.length !== 2 || run.left !== 2) continue;
		if (opener && isLooseEnd(text.slice(opener.at + 2, run.at), characterAt(text, run.at + 2))) {
			emphasise(opener, run);
			opener = undefined;
		} else {
			opener = run.canOpen ? run : undefined;
		}
	}
}

const isLooseEnd = (words: string, after: string): boolean =>
	!words.includes('\n') &&
	/[ \t]/.test(words.at(-1) ?? '') &&
	(isSpace(after) || /[:：]/.test(words.at(-2) ?? ''));
