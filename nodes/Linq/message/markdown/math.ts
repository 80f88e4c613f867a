import { decodeEntities } from './entities';
import { raise } from './raised';

/** A formula in TeX. */
export interface Formula {
	/** How it reads without TeX's signs. */
	text: string;
	/** Where it ends in the source. */
	end: number;
	/** Whether it stands on a line of its own. */
	isBlock: boolean;
}

/** The signs that begin a formula, and what is looked for behind them: the end, or another beginning. */
const SIGNS = [
	{ begin: '\\(', end: '\\)', next: /\\[()]/g, isBlock: false },
	{ begin: '\\[', end: '\\]', next: /\\[[\]]/g, isBlock: true },
	{ begin: '$$', end: '$$', next: /\$\$/g, isBlock: true },
	{ begin: '$', end: '$', next: /[$\n]/g, isBlock: false },
];

/** Tells TeX from other text in such signs: `\[1\]` is a number in brackets, `$5 and $` money. */
const TEX = /\\[a-z]{2}|[\w)}\]][\^_][\w{(\\]|[\w)}]\s*[=<>+]\s*[\w{(\\-]|\d\s*[*/-]\s*\d/i;
const TEX_IN_DOLLARS = /\\[a-z]|\^|_\{|^[a-z](?:\s*[=<>].*)?$/i;
const VARIABLE = /^\s*[a-z\d]{1,2}\s*$/i;

/** Longer texts are none; it also bounds what a text of such signs can cost. */
const MAX_LENGTH = 2_000;

export function formulaAt(text: string, at: number): Formula | undefined {
	const signs = SIGNS.find(({ begin }) => text.startsWith(begin, at));
	if (!signs) return undefined;
	const { begin, end, next, isBlock } = signs;
	next.lastIndex = at + begin.length;
	const found = next.exec(text);
	if (found?.[0] !== end || found.index - at > MAX_LENGTH) return undefined;
	const tex = text.slice(at + begin.length, found.index);
	if (!isTex(tex, begin, text[next.lastIndex])) return undefined;
	return { text: readTex(tex), end: next.lastIndex, isBlock };
}

function isTex(tex: string, begin: string, after: string | undefined): boolean {
	if (begin === '\\(') return TEX.test(tex) || VARIABLE.test(tex);
	if (begin !== '$') return TEX.test(tex);
	return TEX_IN_DOLLARS.test(tex) && tex.trim() === tex && !/\d/.test(after ?? '');
}

/** Commands that say how something looks, and not what it is. */
const SILENT = new Set(
	`text textbf textit textrm mathrm mathbf mathit mathsf operatorname boxed left right big Big bigl bigr
	displaystyle textstyle limits nolimits overline underline quad qquad`.split(/\s+/),
);

/** Commands whose name is not that of the entity for the same character. */
const SYMBOLS = new Map(
	Object.entries({
		approx: '≈',
		bullet: '•',
		cdot: '·',
		cdots: '…',
		circ: '°',
		degree: '°',
		div: '÷',
		dots: '…',
		geq: '≥',
		implies: '⇒',
		in: '∈',
		infty: '∞',
		ldots: '…',
		leftarrow: '←',
		leq: '≤',
		neq: '≠',
		pm: '±',
		Rightarrow: '⇒',
		rightarrow: '→',
		to: '→',
		varepsilon: 'ε',
		varphi: 'φ',
	}),
);

const PIECE = /\\([a-z]+)\*?[ \t]*|\\([^])|([{}^_&~])|[^\\{}^_&~]+|\\/gi;

/** Deeper formulas stay as they are. */
const MAX_DEPTH = 20;

/** A formula of TeX in characters: fractions as `a/b`, powers raised, symbols by their names. */
export function readTex(tex: string): string {
	const reader = new TexReader([...tex.matchAll(PIECE)].map(([piece]) => piece));
	return reader
		.readAll()
		.replace(/[ \t]+/g, ' ')
		.replaceAll(' \n', '\n')
		.trim();
}

class TexReader {
	private at = 0;
	private depth = 0;

	constructor(private readonly pieces: string[]) {}

	readAll(): string {
		let text = '';
		while (this.at < this.pieces.length) text += this.readPiece();
		return text;
	}

	private readPiece(): string {
		const piece = this.pieces[this.at++] ?? '';
		if (piece === '{') return this.readGroup();
		if (piece === '}' || piece === '&') return '';
		if (piece === '~') return ' ';
		if (piece === '^') return this.readRaised('sup', '^');
		if (piece === '_') return this.readRaised('sub', '_');
		const [, name] = /^\\([a-z]+)/i.exec(piece) ?? [];
		if (name !== undefined) return this.readCommand(name) + (piece.endsWith(' ') ? ' ' : '');
		if (piece.startsWith('\\')) return /[%$#&_{}]/.test(piece) ? piece.slice(1) : ' ';
		return piece;
	}

	/** Up to the bracket that closes it. */
	private readGroup(): string {
		let text = '';
		this.depth++;
		while (this.at < this.pieces.length && this.depth < MAX_DEPTH) {
			if (this.pieces[this.at] === '}') {
				this.at++;
				break;
			}
			text += this.readPiece();
		}
		this.depth--;
		return text;
	}

	/** The argument of a command: a group, or the next character. */
	private readArgument(): string {
		const piece = this.pieces[this.at] ?? '';
		if (piece === '{' || piece.startsWith('\\')) return this.readPiece();
		const [first = ''] = piece;
		this.pieces[this.at] = piece.slice(first.length);
		return first;
	}

	private readRaised(to: 'sup' | 'sub', sign: string): string {
		const text = this.readArgument().trim();
		if (text === '°') return text;
		return raise(text, to) ?? sign + inBrackets(text);
	}

	private readCommand(name: string): string {
		if (/^[dt]?frac$/.test(name)) {
			return `${inBrackets(this.readArgument().trim())}/${inBrackets(this.readArgument().trim())}`;
		}
		if (name === 'sqrt') return `√${inBrackets(this.readArgument().trim())}`;
		if (name === 'begin' || name === 'end') {
			this.readArgument();
			return '';
		}
		if (SILENT.has(name)) return name.endsWith('quad') ? ' ' : '';
		return SYMBOLS.get(name) ?? symbolOf(name);
	}
}

/** Most symbols have the name of an entity; the other names are words: `\sin`. */
function symbolOf(name: string): string {
	const symbol = decodeEntities(`&${name};`);
	return symbol.startsWith('&') ? name : symbol;
}

/** As people write it in one line: `(a + b)/2`, but `1/2`. */
const inBrackets = (text: string): string => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`);
