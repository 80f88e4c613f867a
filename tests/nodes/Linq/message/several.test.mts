import * as fc from '../../../support/properties.mts';

import type { MessagePart, TextPart } from '../../../../nodes/Linq/message/content.ts';
import { lastLink } from '../../../../nodes/Linq/message/several/lastLink.ts';
import { messagesOf } from '../../../../nodes/Linq/message/several/messages.ts';
import type { Splitting } from '../../../../nodes/Linq/message/several/options.ts';
import type { TextExtras } from '../../../../nodes/Linq/message/textPart.ts';

/** The messages that a text becomes: one line each, parts joined by ` + `. */
function split(
	source: string,
	{ most = 3, marker, ...extras }: Partial<Splitting> & TextExtras = {},
	files: MessagePart[] = [],
): string[] {
	return messagesOf(source, extras, {}, files, { most, marker }).map((parts) =>
		parts.map((part) => ('value' in part ? part.value : part.type)).join(' + '),
	);
}

const markdown: TextExtras = { formatting: 'markdown' };

describe('at blank lines', () => {
	test.each<[string, string, string[]]>([
		['one paragraph', 'Hello\nthere', ['Hello\nthere']],
		['two', 'Hello\n\nHow are you?', ['Hello', 'How are you?']],
		['more empty lines, and blanks in them', ' Hi \n \t\n\n  \r\n\r\nthere \n\n', ['Hi', 'there']],
		['the rest stays together', 'A\n\nB\n\nC\n\n\nD\n\nE', ['A', 'B', 'C\n\nD\n\nE']],
		[
			'a list with what announces it',
			'We have:\n\n- tea\n\n- milk\n\nWhich one?',
			['We have:\n\n- tea\n\n- milk', 'Which one?'],
		],
		[
			'a numbered list',
			'Do this.\n\n1. Open\n\n2. Close\n\nDone',
			['Do this.\n\n1. Open\n\n2. Close', 'Done'],
		],
		['what is indented', 'A\n\n    more of A\n\nB', ['A\n\n    more of A', 'B']],
		['a quotation', 'She said\n\n> yes\n\nSo.', ['She said\n\n> yes', 'So.']],
		['a colon', 'My address:\n\nMain Street 1\n\nBye', ['My address:\n\nMain Street 1', 'Bye']],
	])('%s', (_, source, expected) => expect(split(source)).toEqual(expected));

	test.each<[string, string, string[]]>([
		['code keeps its empty lines', 'Try\n\n```\na\n\nb\n```\n\nOk?', ['Try', 'a\n\nb', 'Ok?']],
		[
			'a title stays with its text',
			'**Rooms**\n\nTwo are free.\n\n**Price**\n\n$140',
			['Rooms\n\nTwo are free.', 'Price\n\n$140'],
		],
		[
			'so does a heading',
			'## Rooms\n\nTwo are free.\n\n## Price\n\n$140',
			['Rooms\nTwo are free.', 'Price\n$140'],
		],
		['a rule is a gap', 'One\n\n---\n\nTwo', ['One', 'Two']],
	])('with Markdown: %s', (_, source, expected) =>
		expect(split(source, markdown)).toEqual(expected),
	);

	test('a wide table stays in one message', () => {
		const wide = (name: string) =>
			`| ${name} | ${'long words '.repeat(4)} | ${'and more '.repeat(4)} |`;
		const source = `Rooms\n\n${wide('Kind')}\n|---|---|---|\n${wide('Double')}\n${wide('Suite')}\n\nWhich?`;
		const messages = split(source, markdown);
		expect(messages).toHaveLength(3);
		expect(messages[1]).toMatch(/Double[^]+\n\n[^]*Suite/);
	});
});

describe('at a marker', () => {
	test.each<[string, string, string[]]>([
		['a line of its own', 'A\n\nstill A\n---\nB\n --- \nC', ['A\n\nstill A', 'B', 'C']],
		['not within a line', 'A---B\n| a |\n|---|\n| b |', ['A---B\n| a |\n|---|\n| b |']],
		['at the ends, and twice', '---\nA\n---\n---\nB\n---', ['A', 'B']],
		['the rest stays together without it', 'A\n---\nB\n---\nC\n---\nD', ['A', 'B', 'C\n\nD']],
	])('--- %s', (_, source, expected) => expect(split(source, { marker: '---' })).toEqual(expected));

	test('of other signs counts wherever it stands', () => {
		expect(split('Hi! <next>How are you?', { marker: '<next>' })).toEqual(['Hi!', 'How are you?']);
	});

	test('is read before Markdown, which would take it for a rule or a heading', () => {
		const source = 'A **bold**\n---\nB\n\n- one\n- two\n---\n1. C';
		expect(split(source, { marker: '---', ...markdown })).toEqual([
			'A bold',
			'B\n\n- one\n- two',
			'1. C',
		]);
	});

	test('does not end a style', () => {
		const parts = messagesOf('So **very <n> bold**!', markdown, {}, [], { most: 3, marker: '<n>' });
		expect(parts).toEqual([
			[{ type: 'text', value: 'So very', text_decorations: [{ range: [3, 7], style: 'bold' }] }],
			[{ type: 'text', value: 'bold!', text_decorations: [{ range: [0, 4], style: 'bold' }] }],
		]);
	});
});

describe('a link at the end', () => {
	test.each<[string, string, string[]]>([
		[
			'is a message of its own',
			'Book here: https://a.example/b',
			['Book here:', 'https://a.example/b'],
		],
		[
			'on a line of its own',
			'Book here\nhttps://a.example/b\n',
			['Book here', 'https://a.example/b'],
		],
		['and counts', 'A\n\nB\n\nC\n\nhttps://a.example', ['A', 'B\n\nC', 'https://a.example']],
		['alone', 'https://a.example', ['https://a.example']],
		[
			'in parentheses, with a full stop',
			'Photos (https://a.example/x).',
			['Photos', 'https://a.example/x'],
		],
		['in the middle stays', 'See https://a.example for more', ['See https://a.example for more']],
		[
			'beside another one stays',
			'https://a.example or https://b.example',
			['https://a.example or https://b.example'],
		],
		['without a preview stays', 'See http://a.example', ['See http://a.example']],
	])('%s', (_, source, expected) => expect(split(source)).toEqual(expected));

	test('of Markdown', () => {
		expect(split('Breakfast is included. [Photos](https://a.example)', markdown)).toEqual([
			'Breakfast is included. Photos',
			'https://a.example',
		]);
	});

	test('stays where only one message is wanted', () => {
		expect(split('Book: https://a.example', { most: 1 })).toEqual(['Book: https://a.example']);
	});

	test.each([
		['https://en.example/wiki/Linq_(app)', 'https://en.example/wiki/Linq_(app)'],
		['(see https://a.example)', undefined],
		['(https://a.example', undefined],
		['“https://a.example”', undefined],
		['Go: https://a.example/?q=1!', 'https://a.example/?q=1'],
		['https://', undefined],
		[`https://a.example/${'x'.repeat(2_048)}`, undefined],
	])('%s', (text, url) => expect(lastLink(text)?.url).toBe(url));
});

test('files go with the last text, before the link', () => {
	const file: MessagePart = { type: 'media', attachment_id: 'x' };
	expect(split('A\n\nB\n\nhttps://a.example', {}, [file])).toEqual([
		'A',
		'B + media',
		'https://a.example',
	]);
	expect(split('https://a.example', {}, [file])).toEqual(['media', 'https://a.example']);
	expect(split(' ', {}, [file])).toEqual(['media']);
	expect(split(' ')).toEqual([' ']);
});

describe('formatting placed on the text', () => {
	const text = 'Hi Ben\n\nsee you ★ soon, Ben\n\nBye';

	test('goes with its words, and over all messages where it is on all', () => {
		const [first, second, third] = messagesOf(
			text,
			{
				textDecorations: {
					decorations: {
						decoration: [
							{ decoration: 'italic', appliesTo: 'text' },
							{ decoration: 'bold', appliesTo: 'phrase', phrase: 'Ben' },
						],
					},
				},
				inlineStickers: {
					stickers: {
						sticker: [
							{ appliesTo: 'phrase', phrase: '★', source: 'url', url: 'https://a.example/s.png' },
						],
					},
				},
			},
			{},
			[],
			{ most: 3 },
		).map(([part]) => part as TextPart);
		expect(first?.text_decorations).toEqual([
			{ range: [0, 6], style: 'italic' },
			{ range: [3, 6], style: 'bold' },
		]);
		expect(second?.text_decorations).toEqual([
			{ range: [0, 19], style: 'italic' },
			{ range: [16, 19], style: 'bold' },
		]);
		expect(second?.inline_stickers).toMatchObject([{ range: [8, 9] }]);
		expect(third).toEqual({
			type: 'text',
			value: 'Bye',
			text_decorations: [{ range: [0, 3], style: 'italic' }],
		});
	});

	test.each<[string, object, Array<object | undefined>]>([
		['once, with the first message', { appliesTo: 'text' }, [{}, undefined]],
		[
			'where the name stands',
			{ appliesTo: 'phrase', phrase: 'soon, Ben' },
			[undefined, { mention_range: [10, 19] }],
		],
	])('a mention goes %s', (_, place, expected) => {
		const mention = { person: { handle: '+12025550112', ...place } };
		const parts = messagesOf(text, { mention }, {}, [], { most: 2 }).map(
			([part]) => part as TextPart,
		);
		for (const [index, mentioned] of expected.entries()) {
			const { mention: handle, mention_range } = parts[index] ?? {};
			expect({ handle, mention_range }).toEqual(
				mentioned
					? { mention_range: undefined, ...mentioned, handle: '+12025550112' }
					: { handle: undefined, mention_range: undefined },
			);
		}
	});
});

describe('whatever the text is', () => {
	const pieces = fc.constantFrom(
		'Hello',
		' ',
		'\n',
		'\n\n',
		'\n\n\n',
		'- item',
		'1. one',
		'**bold**',
		'*i*',
		'```\n',
		'> q',
		':',
		'https://a.example',
		'(',
		')',
		'---',
		'<n>',
		'| a | b |\n|---|---|\n| c | d |\n',
		'🎉',
		'\uFDD0',
		'## T\n',
	);
	const source = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(''));
	const letters = (text: string) => text.replace(/[\s():\uFDD0.,]/g, '');

	test('no word is lost, none comes twice, and the messages are few enough', () => {
		fc.assert(
			fc.property(
				source,
				fc.integer({ min: 1, max: 5 }),
				fc.boolean(),
				(text, most, isMarkdown) => {
					const extras: TextExtras = { formatting: isMarkdown ? 'markdown' : 'asIs' };
					const several = messagesOf(text, extras, {}, [], { most });
					const one = messagesOf(text, extras, {}, [], { most: 1 });
					const said = (all: MessagePart[][]) =>
						letters(
							all
								.flat()
								.map((part) => ('value' in part ? part.value : ''))
								.join(''),
						);
					expect(said(several)).toBe(said(one));
					expect(several.length).toBeLessThanOrEqual(Math.max(1, most));
					for (const [part, ...more] of several) {
						expect(more).toEqual([]);
						if (part?.type !== 'text') continue;
						for (const {
							range: [start, end],
						} of part.text_decorations ?? []) {
							expect(start).toBeGreaterThanOrEqual(0);
							expect(end).toBeGreaterThan(start);
							expect(end).toBeLessThanOrEqual(part.value.length);
						}
					}
				},
			),
			{ numRuns: 2000 },
		);
	});

	test('styles are on the same words as in one message', () => {
		fc.assert(
			fc.property(source, (text) => {
				const styled = (most: number) =>
					messagesOf(text.replaceAll('https', 'x'), markdown, {}, [], { most })
						.flat()
						.flatMap((part) =>
							part.type !== 'text'
								? []
								: (part.text_decorations ?? []).map(({ range, style }) =>
										[style, letters(part.value.slice(...range))].join(),
									),
						)
						.filter((entry) => !entry.endsWith(','));
				const join = (entries: string[]) =>
					['bold', 'italic'].map((style) =>
						entries
							.filter((entry) => entry.startsWith(style))
							.map((entry) => entry.split(',')[1])
							.join(''),
					);
				expect(join(styled(4))).toEqual(join(styled(1)));
			}),
			{ numRuns: 1000 },
		);
	});

	test.each([
		['blanks', ' '.repeat(100_000)],
		['empty lines', '\n \n'.repeat(50_000)],
		['items', '- a\n\n'.repeat(25_000)],
		['code', '`a`\n\n'.repeat(25_000)],
		['links', 'https://a.example '.repeat(6_000)],
		['parentheses', `https://a.example/${')'.repeat(80_000)}`],
		['markers', '---\n'.repeat(25_000)],
	])('100,000 characters of %s take no longer than they should', (_, text) => {
		for (const formatting of ['asIs', 'markdown'] as const) {
			for (const marker of [undefined, '---']) {
				const messages = messagesOf(text, { formatting }, {}, [], { most: 3, marker });
				expect(messages.length).toBeLessThanOrEqual(3);
			}
		}
	});
});
