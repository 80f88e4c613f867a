import markdownIt, { type Token } from 'markdown-it';

/** A widely used Markdown parser. */
export const reference = markdownIt({ html: true });
// Addresses are for people here, not for a page.
reference.normalizeLink = (url) => url;
reference.validateLink = () => true;

const STYLES: Record<string, string> = { strong: 'bold', em: 'italic', s: 'strikethrough' };

/** The words of inline Markdown as markdown-it reads them, in our form: links as `text (url)`. */
export function referenceCharacters(markdown: string): string[] {
	const [inline] = reference.parseInline(markdown, {});
	const reader = new Reader();
	reader.read(inline?.children ?? []);
	return reader.characters;
}

class Reader {
	/** Those that are not white space, each with its styles, e.g. `a bold italic`. */
	readonly characters: string[] = [];
	private readonly styles: string[] = [];
	/** Where the links and images begin that it is in, and where they go. */
	private readonly links: Array<{ start: number; url: string }> = [];

	read(tokens: Token[]): void {
		for (const token of tokens) {
			const [, name = '', end] = /^(.*)_(open|close)$/.exec(token.type) ?? [];
			const style = STYLES[name];
			if (style && end === 'open') this.styles.push(style);
			else if (style) this.styles.splice(this.styles.lastIndexOf(style), 1);
			else if (token.type === 'link_open') this.begin(token.attrGet('href') ?? '');
			else if (token.type === 'link_close') this.end();
			else if (token.type === 'image') {
				this.begin(token.attrGet('src') ?? '');
				this.read(token.children ?? []);
				this.end();
			} else this.write(token.content, this.styles);
		}
	}

	private begin(url: string | number): void {
		this.links.push({ start: this.characters.length, url: String(url) });
	}

	private end(): void {
		const { start = 0, url = '' } = this.links.pop() ?? {};
		if (this.links.length > 0) return;
		const words = this.characters.slice(start).map((one) => one.split(' ')[0] ?? '');
		if (words.length === 0) this.write(url, this.styles);
		else if (!words.join('').includes(url.replace(/^mailto:/, ''))) this.write(`(${url})`, []);
	}

	private write(text: string, styles: string[]): void {
		for (const character of text.replace(/\s/g, '')) {
			this.characters.push([character, ...[...new Set(styles)].sort()].join(' '));
		}
	}
}

/** Letters and digits of a text, in their order; raised ones as others. */
export const lettersOf = (text: string): string[] =>
	text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [];

/** All that markdown-it shows, and the tokens that it comes from. */
export function referenceOf(markdown: string): { text: string; tokens: Token[] } {
	const blocks = reference.parse(markdown, {});
	const tokens = blocks.flatMap((token) => [token, ...innerOf(token)]);
	return { text: tokens.map(shownBy).join(''), tokens };
}

const innerOf = (token: Token): Token[] =>
	(token.children ?? []).flatMap((child) => [child, ...innerOf(child)]);

const SHOWN = ['text', 'text_special', 'code_inline', 'code_block', 'fence'];

const shownBy = (token: Token): string => {
	if (SHOWN.includes(token.type)) return token.content;
	return '';
};
