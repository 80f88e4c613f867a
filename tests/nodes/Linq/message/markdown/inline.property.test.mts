import * as fc from '../../../../support/properties.mts';

import { readMarkdown } from '../../../../../nodes/Linq/message/markdown/readMarkdown.ts';
import { runAt } from '../../../../../nodes/Linq/message/markdown/runs.ts';
import { reference, referenceCharacters } from './reference.mts';

/** Ours in the form of the reference. */
function characters(markdown: string): string[] {
	const { text, styles } = readMarkdown(markdown);
	return [...text.matchAll(/\S/gu)].map(({ 0: character, index }) =>
		[
			character,
			...styles
				.filter(({ range: [start, end] }) => start <= index && index < end)
				.map(({ style }) => style)
				.sort(),
		].join(' '),
	);
}

/** Where we differ from CommonMark on purpose (runs.ts); the examples have those. */
function hasOwnRules(markdown: string): boolean {
	const state = new reference.inline.State(markdown, reference, {}, []);
	// An escaped sign is none, and no part of the run behind it.
	for (const { index, 0: signs } of markdown.matchAll(/\\[^]|\*+|_+|~+/g)) {
		if (signs.startsWith('\\')) continue;
		const ours = runAt(markdown, index);
		const theirs = state.scanDelims(index, signs[0] !== '_');
		if (signs.startsWith('~') && signs.length !== 2) return true;
		if (ours.canOpen !== theirs.can_open || ours.canClose !== theirs.can_close) return true;
	}
	const hasLooseEnd = /\*\*[^\n]*[ \t]\*\*/.test(markdown);
	const hasLinkInLink = /\[[^]*<(ftp|m@)/.test(markdown);
	// For markdown-it the words of a link are a text of their own, with an end; not in CommonMark.
	const isAtBracket = /[^\s\p{L}][*_~]+\]|\[[*_~]+[^\s\p{L}]/u.test(markdown);
	return hasLooseEnd || hasLinkInLink || isAtBracket || /\[\^|\\[[(]/.test(markdown);
}

/** Lines begin with a letter, so that they are words of one paragraph. */
const fragment = fc.constantFrom(
	...['a', 'b', 'word', 'über', '🎉', 'e\u0301', 'שלום', ' ', ' ', ' ', '\nx', '.', ',', ':', '-'],
	...['*', '*', '**', '**', '***', '_', '__', '~~', '`', '``', '\\', '&amp;', '&', '(', ')', '"'],
	...['[', ']', '](/x.co)', '](<z> "t")', '[', '![', '!', '<ftp://a.b>', '<m@x.de>'],
);

const inline = fc
	.array(fragment, { minLength: 1, maxLength: 24 })
	.map((parts) => `x${parts.join('')}`)
	.filter((text) => !hasOwnRules(text));

test('inline Markdown is read as markdown-it reads it', () => {
	fc.assert(
		fc.property(inline, (markdown) => {
			expect(characters(markdown)).toEqual(referenceCharacters(markdown));
		}),
		{ numRuns: 3000 },
	);
});
