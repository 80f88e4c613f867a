import { decodeEntities, entityAt } from './entities';
import { tagAt } from './html';
import { HtmlTokens } from './htmlTokens';
import type { Target } from './links';
import { endOfBareUrl, isEscapable, targetAt } from './links';
import { formulaAt } from './math';
import { raisedAt } from './raised';
import type { Run } from './runs';
import { OpenRuns, pairLoosely, runAt } from './runs';
import { labelKey } from './signs';
import type { Token } from './tokens';

/** Addresses by the label that texts refer to them with. */
export interface References {
	urls: ReadonlyMap<string, string>;
	/** Labels that were referred to. */
	used: Set<string>;
}

/**
 * Reads the words of a block: emphasis, links, code and all else that stands within lines.
 *
 * @param text of the block, its lines separated by `\n`
 */
export function readInline(text: string, references: References): Token[] {
	return new InlineReader(text, references).read();
}

/** Longest label; longer ones bound nothing. */
const MAX_LABEL = 200;

/** An opening bracket that waits for its closing one. */
interface Bracket {
	/** Where its words begin in the source. */
	at: number;
	/** Its place among the tokens. */
	token: number;
	isImage: boolean;
	/** Whether there is another one within it: then its words are no label. */
	hasInner: boolean;
}

const PLAIN = /[^\\`*_~[\]!<&$]+/y;
const FOOTNOTE = /\[\^([\p{L}\p{N}][^\s[\]]{0,99})\]/uy;
const LABEL = /\[([^[\]\\]{0,200})\]/y;
/** An address with a scheme, or of e-mail (CommonMark 0.31, 6.5). */
const AUTOLINK =
	/<([a-z][a-z\d+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*)>/iy;

class InlineReader {
	private at = 0;
	/** The line of the block that it is in. */
	private line = 0;
	private readonly tokens: Token[] = [];
	/** Signs of emphasis, by their place among the tokens. */
	private readonly runs = new Map<number, Run>();
	private readonly openRuns = new OpenRuns();
	private readonly brackets: Bracket[] = [];
	/** Brackets before this one are not of links, because a link stands in them. */
	private firstOfLink = 0;
	private readonly html = new HtmlTokens(this.tokens);
	/** Where the last run of so many backticks begins. */
	private readonly lastBackticks: Map<number, number>;
	private readonly lastCommentEnd: number;

	constructor(
		private readonly text: string,
		private readonly references: References,
	) {
		const backticks = [...text.matchAll(/`+/g)];
		this.lastBackticks = new Map(backticks.map(({ 0: run, index }) => [run.length, index]));
		this.lastCommentEnd = text.lastIndexOf('-->');
	}

	read(): Token[] {
		while (this.at < this.text.length) this.readNext();
		this.openRuns.pair(0);
		pairLoosely(this.text, [...this.runs.values()]);
		return this.tokens.flatMap((token, index) => {
			const run = this.runs.get(index);
			return run ? tokensOf(run) : [token];
		});
	}

	private readNext(): void {
		switch (this.text[this.at]) {
			case '\\':
				if (!this.readFormula()) this.readEscape();
				break;
			case '$':
				if (!this.readFormula()) this.take(1);
				break;
			case '`':
				this.readCode();
				break;
			case '*':
			case '_':
			case '~':
				this.readRun();
				break;
			case '[':
				if (!this.readFootnote()) this.openBracket(1);
				break;
			case ']':
				this.closeBracket();
				break;
			case '!':
				if (this.text[this.at + 1] === '[') this.openBracket(2);
				else this.take(1);
				break;
			case '<':
				this.readAngle();
				break;
			case '&':
				this.readEntity();
				break;
			default:
				this.readPlain();
		}
	}

	/** Writes what characters of the source stand for, and goes on behind them. */
	private write(text: string, end: number): void {
		const [first = '', ...others] = text.split('\n');
		this.tokens.push({ kind: 'text', text: first });
		for (const [index, line] of others.entries()) {
			this.tokens.push({ kind: 'newline', line: this.line + index + 1 });
			this.tokens.push({ kind: 'text', text: line });
		}
		this.goTo(end);
	}

	/** Takes characters as they are. */
	private take(length: number): void {
		this.write(this.text.slice(this.at, this.at + length), this.at + length);
	}

	private goTo(end: number): void {
		for (; this.at < end; this.at++) if (this.text[this.at] === '\n') this.line++;
	}

	private matchHere(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		return pattern.exec(this.text);
	}

	private readPlain(): void {
		const [words = ''] = this.matchHere(PLAIN) ?? [];
		const stop = this.at + words.length;
		const end = endOfBareUrl(this.text, this.at, stop) ?? stop;
		this.write(decodeEntities(this.text.slice(this.at, end)), end);
	}

	private readEscape(): void {
		const next = this.text[this.at + 1];
		if (next === '\n') this.at++;
		else if (isEscapable(next)) this.write(next ?? '', this.at + 2);
		else this.take(1);
	}

	private readFormula(): boolean {
		const formula = formulaAt(this.text, this.at);
		if (!formula) return false;
		const { text, end, isBlock } = formula;
		if (isBlock) this.tokens.push({ kind: 'gap', lines: 1 });
		this.write(text, end);
		if (isBlock) this.tokens.push({ kind: 'gap', lines: 1 });
		return true;
	}

	private readCode(): void {
		const [opening = ''] = this.matchHere(/`+/y) ?? [];
		const begin = this.at + opening.length;
		if ((this.lastBackticks.get(opening.length) ?? -1) < begin) return this.take(opening.length);
		let end = begin;
		for (let run = ''; run.length !== opening.length; end += run.length) {
			end = this.text.indexOf('`', end);
			[run = ''] = matchAt(/`+/y, this.text, end) ?? [];
		}
		this.write(codeOf(this.text.slice(begin, end - opening.length)), end);
	}

	private readRun(): void {
		const run = runAt(this.text, this.at);
		this.runs.set(this.tokens.length, run);
		this.openRuns.push(run);
		this.take(run.length);
	}

	private readFootnote(): boolean {
		const [found, label] = this.matchHere(FOOTNOTE) ?? [];
		if (found === undefined) return false;
		this.write(`[${label}]`, this.at + found.length);
		return true;
	}

	/** @param length of the sign: 1 for `[`, 2 for `![` */
	private openBracket(length: number): void {
		const outer = this.brackets.at(-1);
		if (outer) outer.hasInner = true;
		const token = this.tokens.length;
		this.brackets.push({ at: this.at + length, token, isImage: length === 2, hasInner: false });
		this.take(length);
	}

	private closeBracket(): void {
		const bracket = this.brackets.pop();
		const isInactive = this.brackets.length < this.firstOfLink;
		this.firstOfLink = Math.min(this.firstOfLink, this.brackets.length);
		if (!bracket || (isInactive && !bracket.isImage)) return this.take(1);
		const target = this.targetOf(bracket);
		if (!target) return this.take(1);
		this.tokens[bracket.token] = { kind: bracket.isImage ? 'image' : 'link', url: target.url };
		this.tokens.push({ kind: 'linkEnd' });
		this.openRuns.pair(bracket.at);
		this.goTo(target.end);
		if (!bracket.isImage) this.firstOfLink = this.brackets.length;
	}

	/** Where a link goes whose words end here: `(url)`, `[label]`, or the words are the label. */
	private targetOf(bracket: Bracket): Target | undefined {
		const behind = this.at + 1;
		const inline = this.text[behind] === '(' ? targetAt(this.text, behind + 1) : undefined;
		if (inline) return inline;
		const [found = '', label = ''] = matchAt(LABEL, this.text, behind) ?? [];
		const words = bracket.hasInner ? '' : this.text.slice(bracket.at, this.at);
		const key = labelKey(label.trim() === '' ? words.slice(0, MAX_LABEL) : label);
		const url = this.references.urls.get(key);
		if (url === undefined) return undefined;
		this.references.used.add(key);
		return { url, end: behind + found.length };
	}

	private readAngle(): void {
		const [link, address] = this.matchHere(AUTOLINK) ?? [];
		if (link !== undefined && address !== undefined) {
			return this.write(address, this.at + link.length);
		}
		if (this.text.startsWith('<!--', this.at) && this.at < this.lastCommentEnd) {
			return this.skipComment();
		}
		const raised = raisedAt(this.text, this.at);
		if (raised) return this.write(raised.text, raised.end);
		const tag = tagAt(this.text, this.at);
		if (!tag) return this.take(1);
		this.html.read(tag);
		this.goTo(tag.end);
	}

	/** Of the spaces around it, one is enough. */
	private skipComment(): void {
		const end = this.text.indexOf('-->', this.at) + '-->'.length;
		const isBetweenSpaces = this.text[this.at - 1] === ' ' && this.text[end] === ' ';
		this.goTo(isBetweenSpaces ? end + 1 : end);
	}

	private readEntity(): void {
		const entity = entityAt(this.text, this.at);
		if (entity === undefined) this.take(1);
		else this.write(decodeEntities(entity), this.at + entity.length);
	}
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** A space on both sides is there for the sake of backticks within. */
function codeOf(source: string): string {
	const isPadded = source.startsWith(' ') && source.endsWith(' ') && source.trim() !== '';
	return isPadded ? source.slice(1, -1) : source;
}

/** The tokens for a run of emphasis signs: unmatched signs stay outside the emphasised words. */
function tokensOf({ sign, left, opens, closes }: Run): Token[] {
	return [
		...closes.map((style): Token => ({ kind: 'end', style })),
		{ kind: 'text', text: sign.repeat(left) },
		...opens.map((style): Token => ({ kind: 'begin', style })),
	];
}
