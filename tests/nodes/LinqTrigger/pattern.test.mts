import * as fc from '../../support/properties.mts';

import { compilePattern, UnsupportedPattern } from '../../../nodes/LinqTrigger/delivery/pattern.ts';

const TEXTS = [
	'',
	'a',
	'yes',
	'no',
	'YES',
	'yes\nno',
	'stop',
	'please stop it',
	'nonstop',
	'1234',
	'123456',
	'1234567',
	'order #12',
	'orders orders 7',
	'aaaa',
	'aaab',
	'abab',
	'Zürich 🎉',
	'🎉',
	'ſ',
	'K',
	'a{2}',
	'{',
	'}',
	']',
	'x\u2028y',
	'\\',
	'+1 (202) 555-0111',
	'a.b',
	'ab',
	'c\r',
	'_',
];

const PATTERNS = [
	'^(yes|no)$',
	'\\bstop\\b',
	'^\\d{4,6}$',
	'^(a+)+$',
	'(order|orders)+\\s*#?\\d+$',
	'a|b|c',
	'',
	'a|',
	'|a',
	'(a|)+b',
	'(?:a*)*b',
	'(a*){2,}',
	'a{2}',
	'a{,2}',
	'a{2',
	'{',
	'}',
	']',
	'[]',
	'[^]',
	'[\\]a-c]',
	'[^\\d\\s]',
	'.',
	'^.$',
	'\\.',
	'\\u0061',
	'\\x61',
	'\\cM',
	'\\0',
	'(?<name>a)b',
	'a??',
	'a+?$',
	'^$',
	'\\B',
	'^\\B',
	'[🎉]',
	'z[üu]rich',
	'\\/',
	'\\w+\\s\\W',
	'(a|ab)(c|$)',
	'k',
	's',
];

test.each(
	PATTERNS.flatMap((source) => ['', 'i', 'm', 's', 'im'].map((flags) => [source, flags] as const)),
)('/%s/%s finds what JavaScript finds', (source, flags) => {
	const pattern = compilePattern(source, flags);
	const theirs = new RegExp(source, flags);
	for (const text of TEXTS) {
		expect([text, pattern.test(text)]).toEqual([text, theirs.test(text)]);
	}
});

test.each([
	'^.$',
	'\\u{1F389}',
	'\\uD83C\\uDF89',
	'[🎉-🎊]',
	'\\p{Lu}',
	'\\P{L}',
	'🎉+$',
	'\\bz',
	'k',
	'ſ',
])('/%s/u and /%s/iu find what JavaScript finds', (source) => {
	for (const flags of ['u', 'iu']) {
		for (const text of TEXTS) {
			expect([text, compilePattern(source, flags).test(text)]).toEqual([
				text,
				new RegExp(source, flags).test(text),
			]);
		}
	}
});

/** Expressions of any shape over few letters, so that they often match. */
const expression = fc.letrec<{ tree: string }>((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 4, depthIdentifier: 'tree' },
		fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\W', '^', '$', '\\b', '\\B', '\\s', ''),
		fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => one + other),
		fc.tuple(tie('tree'), tie('tree')).map(([one, other]) => `(?:${one}|${other})`),
		fc
			.tuple(
				tie('tree'),
				fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,1}', '{1,}', '*?', '+?'),
			)
			.map(([one, quantifier]) => `(${one})${quantifier}`),
	),
})).tree;

test('any expression finds in any text what JavaScript finds', () => {
	fc.assert(
		fc.property(
			expression,
			fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 7 }),
			fc.constantFrom('', 'i', 'm', 's', 'u', 'imsu'),
			(source, text, flags) => {
				expect(compilePattern(source, flags).test(text)).toBe(new RegExp(source, flags).test(text));
			},
		),
		{ numRuns: 5_000 },
	);
});

test.each([
	['^(a+)+$', 'a'],
	['(order|orders)+\\s*#?\\d+$', 'orders'],
	['^(a|a)*$', 'a'],
	['^(a|aa)+$', 'a'],
	['(.*)*x', 'y'],
	['.*a.*b.*c.*d', 'abc'],
	['^(([a-z])+.)+[A-Z]([a-z])+$', 'a'],
	['\\s+$', ' '],
	['(?:a?){200}a{200}$', 'a'],
])('%s on the longest text of strangers ends', (source, unit) => {
	const text = `${unit.repeat(10_000 / unit.length)}!`;
	// JavaScript's engine would need from minutes to longer than there is time.
	expect(compilePattern(source, 'i').test(`${text.slice(0, 9_999)}!`)).toBe(false);
});

test('more than 10,000 characters are not looked at', () => {
	expect(compilePattern('x', '').test(`${'a'.repeat(9_999)}x`)).toBe(true);
	expect(compilePattern('x', '').test(`${'a'.repeat(10_000)}x`)).toBe(false);
});

test.each([
	['(a)\\1', '', 'a backreference'],
	['(?<x>a)\\k<x>', '', 'a backreference'],
	['(?=a)', '', 'a lookahead or lookbehind'],
	['(?!a)', '', 'a lookahead or lookbehind'],
	['(?<=a)', '', 'a lookahead or lookbehind'],
	['(?<!a)', '', 'a lookahead or lookbehind'],
	['(?<=a>)b', '', 'a lookahead or lookbehind'],
	['a{1001}', '', 'too many repetitions'],
	['(a{40}){40}', '', 'too many repetitions'],
	['[a--b]', 'v', 'the flag v'],
])('/%s/%s is refused: %s', (source, flags, reason) => {
	expect(() => compilePattern(source, flags)).toThrow(new UnsupportedPattern(reason));
	expect(() => compilePattern(source, flags)).toThrow(UnsupportedPattern);
});
