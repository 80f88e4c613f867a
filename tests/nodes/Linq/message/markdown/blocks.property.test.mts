import * as fc from '../../../../support/properties.mts';

import { readMarkdown } from '../../../../../nodes/Linq/message/markdown/readMarkdown.ts';
import { corpusFiles, readCorpus } from './corpus.mts';
import { lettersOf, referenceOf } from './reference.mts';

const runs = { numRuns: 2000 };

const answers = corpusFiles.flatMap(readCorpus).map(({ markdown }) => markdown);

/** Pieces of Markdown as they stand at the beginning of a line, or within it. */
const beginning = fc.constantFrom(
	...['', '', '', '', '- ', '* ', '+ ', '1. ', '2) ', '12. ', '> ', '>', '# ', '### ', '#', '  '],
	...['    ', '\t', '   - ', '      * ', '- [ ] ', '- [x] ', '```', '```js', '~~~', '---', '***'],
	...['===', '| ', '|---|---|', '[a]: https://x.example/', '[^1]: ', '<!-- ', '-->', '<p>', '- - '],
	...['\\', '&gt; ', '<li>', '\\[', '$$', '~~~~', '-', '--', '1.'],
);
const middle = fc.constantFrom(
	...[
		'word',
		'and',
		'Straße',
		'漢字',
		'مرحبا',
		'🎉',
		'a_b',
		'2*3',
		'12',
		'é',
		' ',
		' ',
		' ',
		' | ',
	],
	...['**', '*', '__', '_', '~~', '`', '``', '[a]', '[b](https://y.example)', '![c](d)', '<br>'],
	...[
		'<b>',
		'</b>',
		'<i>',
		'</i>',
		'&amp;',
		'\\*',
		'\\',
		'.',
		':',
		',',
		'(',
		')',
		'[',
		']',
		'<',
		'#',
	],
	...[
		'https://z.example/a_b_',
		'[^1]',
		'\\(',
		'\\)',
		'$x_{1}$',
		'"',
		'<!-- x -->',
		'~',
		'*.',
		'^_^',
	],
);
const line = fc
	.tuple(beginning, fc.array(middle, { maxLength: 8 }))
	.map(([start, rest]) => start + rest.join(''));
const markdown = fc.oneof(
	{ weight: 4, arbitrary: fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\n')) },
	{ weight: 1, arbitrary: fc.constantFrom(...answers) },
	{ weight: 1, arbitrary: cuts() },
);

/** Answers that end in the middle, as models' do when their tokens run out. */
function cuts() {
	return fc
		.tuple(fc.constantFrom(...answers), fc.double({ min: 0, max: 1, noNaN: true }))
		.map(([answer, at]) => answer.slice(0, Math.floor(at * answer.length)));
}

/** Text that is dropped although it has letters, or that markdown-it reads differently. */
const isHidden = (source: string) =>
	/^`+m|```bash\ngit|`[^`]*\n {6}\*|<!--|<img|\\\(|\\\[|\$|&[a-z]+;|\]:/.test(source);

/**
 * Whether `-` stands alone below a text: for markdown-it the text is a heading and what is indented
 * below it code; here `-` is an item (`underlineOf()`), in which there is no indented code.
 */
const isShortUnderline = (source: string): boolean => /\n[ >]*-[ \t]*\n(?: {4}|\t)/.test(source);

test('nothing that markdown-it shows is lost, and its order stays', () => {
	fc.assert(
		fc.property(markdown, (source) => {
			fc.pre(!isHidden(source));
			const { text, tokens } = referenceOf(source);
			// In lists we see no indented code.
			fc.pre(!tokens.some(({ type, level }) => type === 'code_block' && level > 0));
			fc.pre(!isShortUnderline(source));
			const shown = lettersOf(readMarkdown(source).text);
			// Boxes of tasks are drawn.
			const all = lettersOf(text.replace(/\[x\]\s/gi, ''));
			// In tables the names of columns stand in front of what they name.
			if (tokens.some(({ type }) => type === 'table_open'))
				[shown, all].forEach((one) => one.sort());
			let at = 0;
			for (const letter of shown) if (letter === all[at]) at++;
			expect(all.slice(at)).toEqual([]);
		}),
		runs,
	);
});

test('styles stand in the text, on whole characters, and none beside another of its kind', () => {
	const segmenter = new Intl.Segmenter();
	fc.assert(
		fc.property(markdown, (source) => {
			const { text, styles } = readMarkdown(source);
			const borders = new Set([...segmenter.segment(text)].map(({ index }) => index));
			borders.add(text.length);
			const ends = new Map<string, number>();
			let last = 0;
			for (const { range, style = '' } of styles) {
				const [start, end] = range;
				expect(start).toBeLessThan(end);
				expect(start).toBeGreaterThanOrEqual(last);
				expect(start).toBeGreaterThan(ends.get(style) ?? -1);
				expect([borders.has(start), borders.has(end)]).toEqual([true, true]);
				expect(text.slice(start, end)).toMatch(/^\S(?:[^]*\S)?$/);
				ends.set(style, end);
				last = start;
			}
			expect(styles.length).toBeLessThanOrEqual(100);
		}),
		runs,
	);
});

test('texts read before make no difference', () => {
	fc.assert(
		fc.property(markdown, markdown, (one, other) => {
			const first = readMarkdown(one);
			readMarkdown(other);
			expect(readMarkdown(one)).toEqual(first);
		}),
		{ numRuns: 300 },
	);
});

/** Block and inline tokens that stand for nothing but lines of text, and lists as they are shown. */
const PLAIN =
	/^(paragraph|bullet_list|ordered_list|list_item|blockquote)_(open|close)$|^(inline|text|softbreak)$/;

/** Whether markdown-it shows a text as it stands. */
function isPlain(source: string): boolean {
	const { tokens, text } = referenceOf(source);
	return (
		tokens.every(({ type, markup }) => PLAIN.test(type) && !['*', '+'].includes(markup)) &&
		// An escaped sign leaves no token, nor does a definition.
		!/\\[!-/:-@[-`{-~]/.test(source) &&
		lettersOf(text).length === lettersOf(source.replace(/^[> ]*\d+[.)]/gm, '')).length
	);
}

/**
 * Whether a list has boxes of tasks, more than one space behind a sign, or the same number again and
 * again, of which every reader makes 1, 2, 3.
 */
const isTidied = (source: string): boolean =>
	/\[x\]|(?:-|\d[.)])(?:\t|[ ][ \t])|(\b\d+[.)])[^]*\n[> ]*\1/m.test(source);

/**
 * Whether signs of emphasis stand between a Chinese character and punctuation, where they count here
 * and not in markdown-it (`runAt()`), e.g. `*(注)*漢字`.
 */
const isBesideChinese = (source: string): boolean =>
	/\p{sc=Han}[*_~]+[\p{P}\p{S}]|[\p{P}\p{S}][*_~]+\p{sc=Han}/u.test(source);

const plainPiece = fc.constantFrom(
	...[
		'word',
		'Straße',
		'漢字',
		'مرحبا',
		'🎉',
		'a_b_c',
		'2*3*4',
		'12',
		'12.5',
		' ',
		' ',
		' ',
		'\n',
		'\n',
	],
	...[
		'\n\n',
		'\r\n',
		'\n\n\n',
		'- ',
		'\n- ',
		'\n  - ',
		'\n1. ',
		'\n2) ',
		'\n> ',
		'* ',
		'*',
		'_',
		'~',
	],
	...[
		'#',
		'# ',
		'-',
		'--',
		'=',
		'+',
		'(',
		')',
		'[',
		']',
		'[x]',
		'[1]',
		'<',
		'>',
		'<3',
		'&',
		'|',
		'\\',
	],
	...[
		'$5',
		'%',
		'`',
		'!',
		'?',
		'.',
		',',
		':',
		';',
		'"',
		"'",
		'/',
		'@',
		':-)',
		'^_^',
		'  ',
		'\t',
		'é',
	],
	...['https://z.example/a_b_', 'ann_lee@z.example', '€*', '*.csv'],
);

test('text that markdown-it shows verbatim comes out unchanged', () => {
	let plain = 0;
	fc.assert(
		fc.property(fc.array(plainPiece, { maxLength: 16 }), (pieces) => {
			const source = pieces.join('');
			fc.pre(isPlain(source) && !isTidied(source) && !isBesideChinese(source));
			plain++;
			expect(readMarkdown(source)).toEqual({ text: source, styles: [] });
		}),
		runs,
	);
	expect(plain).toBeGreaterThan(500);
});
