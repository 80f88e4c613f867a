import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readMarkdown } from '../../../../../nodes/Linq/message/markdown/readMarkdown.ts';

/** An answer of a model, and the message that it becomes, with the places of its styles marked. */
export interface Entry {
	name: string;
	markdown: string;
	message: string;
}

const FOLDER = join(__dirname, 'corpus');
const ENTRY = '════ ';
const BECOMES = '──── becomes';

/** Brackets that stand for the beginning and the end of a style. */
const MARKS: Record<string, [string, string]> = {
	bold: ['⟦', '⟧'],
	italic: ['⟨', '⟩'],
	strikethrough: ['⟪', '⟫'],
	underline: ['⦃', '⦄'],
};

/** By the name of the file, without its ending. */
export const corpusFiles = readdirSync(FOLDER).map((name) => name.replace(/\.txt$/, ''));

export function readCorpus(file: string): Entry[] {
	const [, ...entries] = `\n${readFileSync(pathOf(file), 'utf8')}`.split(`\n${ENTRY}`);
	return entries.map((entry) => {
		const [, name = '', rest = ''] = /^(.*)\n([^]*?)\n?$/.exec(`${entry}\n`) ?? [];
		const [markdown = '', message = ''] = rest.replace(/\n$/, '').split(`\n${BECOMES}\n`);
		return { name, markdown: shown(markdown), message: shown(message) };
	});
}

/** Characters that would be invisible in a file, or get lost. */
const shown = (text: string): string => text.replaceAll('␍', '\r').replaceAll('␠', ' ');
const hidden = (text: string): string =>
	text.replaceAll('\r', '␍').replace(/ +$/gm, (spaces) => '␠'.repeat(spaces.length));

/** `UPDATE_CORPUS=1` writes what the messages are now; read the difference before you believe it. */
export function updateCorpus(file: string): void {
	const entries = readCorpus(file).map(
		({ name, markdown }) =>
			`${ENTRY}${name}\n${hidden(markdown)}\n${BECOMES}\n${hidden(marked(markdown))}\n`,
	);
	writeFileSync(pathOf(file), entries.join(''));
}

/** The message with its styles in brackets. */
export function marked(markdown: string): string {
	const { text, styles } = readMarkdown(markdown);
	const places = [...text, ''].reduce<number[]>(
		(all, character) => {
			all.push((all.at(-1) ?? 0) + character.length);
			return all;
		},
		[0],
	);
	let result = '';
	for (const at of [...new Set(places)]) {
		for (const { range, style = '' } of [...styles].reverse()) {
			if (range[1] === at) result += MARKS[style]?.[1] ?? '';
		}
		for (const { range, style = '' } of styles)
			if (range[0] === at) result += MARKS[style]?.[0] ?? '';
		result += at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
	}
	return result;
}

const pathOf = (file: string): string => join(FOLDER, `${file}.txt`);
