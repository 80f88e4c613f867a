import { decodeEntities } from './entities';
import type { Tag } from './html';
import { GAPS, STYLES } from './html';
import type { Style } from './styledText';
import type { Token } from './tokens';

/** Deepest list that is indented further. */
const MAX_INDENT = 8;

/** Makes tokens of the tags of a block; one that is not closed has no style, and one that is not opened nothing. */
export class HtmlTokens {
	/** Where tags stand that wait for their end, by style. */
	private readonly begun = new Map<Style, number[]>();
	private link: { at: number; url: string } | undefined;
	/** Numbers of the last items; undefined for lists without numbers. */
	private readonly lists: Array<number | undefined> = [];
	private isInRow = false;

	constructor(private readonly tokens: Token[]) {}

	read({ name, isEnd, attributes }: Tag): void {
		const lines = GAPS[name];
		const style = STYLES[name];
		if (isEnd && style) this.endStyle(style);
		if (lines) this.tokens.push({ kind: 'gap', lines: isEnd && name !== 'p' ? 1 : lines });
		if ((name === 'td' || name === 'th') && !isEnd) this.readCell();
		if (!isEnd && style) this.beginStyle(style);
		if (name === 'br') this.tokens.push({ kind: 'break' });
		if (name === 'a') this.readLink(isEnd, attributes);
		if (name === 'img') this.readImage(attributes);
		if (name === 'ul' || name === 'ol') this.readList(isEnd, name === 'ol');
		if (name === 'li' && !isEnd) this.readItem();
		if (name === 'tr') this.isInRow = false;
	}

	private beginStyle(style: Style): void {
		const begun = this.begun.get(style) ?? [];
		this.begun.set(style, begun);
		begun.push(this.place());
	}

	private endStyle(style: Style): void {
		const at = this.begun.get(style)?.pop();
		if (at === undefined) return;
		this.tokens[at] = { kind: 'begin', style };
		this.tokens.push({ kind: 'end', style });
	}

	private readLink(isEnd: boolean, attributes: string): void {
		const href = valueOf(attributes, 'href');
		if (!isEnd) this.link = href === undefined ? undefined : { at: this.place(), url: href };
		if (!isEnd || !this.link) return;
		this.tokens[this.link.at] = { kind: 'link', url: this.link.url };
		this.tokens.push({ kind: 'linkEnd' });
		this.link = undefined;
	}

	private readImage(attributes: string): void {
		const url = valueOf(attributes, 'src') ?? '';
		this.tokens.push({ kind: 'image', url });
		this.write(valueOf(attributes, 'alt') ?? '');
		this.tokens.push({ kind: 'linkEnd' });
	}

	private readList(isEnd: boolean, isNumbered: boolean): void {
		if (isEnd) this.lists.pop();
		else this.lists.push(isNumbered ? 0 : undefined);
	}

	private readItem(): void {
		const number = this.lists.pop();
		const next = number === undefined ? undefined : number + 1;
		const indent = '  '.repeat(Math.min(this.lists.length, MAX_INDENT));
		this.tokens.push({ kind: 'sign', text: `${indent}${next === undefined ? '-' : `${next}.`} ` });
		this.lists.push(next);
	}

	private readCell(): void {
		if (this.isInRow) this.write(' · ');
		this.isInRow = true;
	}

	private write(text: string): void {
		this.tokens.push({ kind: 'text', text });
	}

	/** Keeps a place for a token. */
	private place(): number {
		this.write('');
		return this.tokens.length - 1;
	}
}

const ATTRIBUTE = /\s([a-z][\w:-]*)=(?:"([^"]*)"|'([^']*)'|(\S+))/gi;

function valueOf(attributes: string, name: string): string | undefined {
	for (const [, key, ...values] of attributes.matchAll(ATTRIBUTE)) {
		if (key?.toLowerCase() !== name) continue;
		const value = values.find((one) => one !== undefined) ?? '';
		return decodeEntities(value).replace(/\s+/g, ' ').trim();
	}
	return undefined;
}
