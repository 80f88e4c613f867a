/** Text that stands in a cell of a table. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;

export const table = (head: string[], rows: string[][]): string =>
	[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Descriptions in n8n end without a full stop where they are one sentence. */
export const sentence = (text: string): string =>
	text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;

/** n8n's descriptions have links and code in HTML. */
export const withoutHtml = (text: string): string =>
	text
		.replaceAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/g, '[$2]($1)')
		.replaceAll(/<\/?code>/g, '`')
		.replaceAll(/<br\s*\/?>/g, ' ');

export const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

export const bold = (text: string): string => `**${text}**`;

/** The anchor that GitHub gives a heading. */
export const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');

/** The anchors of all headings of a page: one that comes again gets a number. */
export function anchorsOf(headings: string[]): string[] {
	const times = new Map<string, number>();
	return headings.map((heading) => {
		const anchor = anchorOf(heading);
		const before = times.get(anchor) ?? 0;
		times.set(anchor, before + 1);
		return before === 0 ? anchor : `${anchor}-${before}`;
	});
}

/** `a, b and c`. */
export function listed(texts: string[], word = 'and'): string {
	const last = texts.at(-1) ?? '';
	return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}
