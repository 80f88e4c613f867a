import * as fc from '../../../support/properties.mts';

import type { DecorationInput } from '../../../../nodes/Linq/message/decorations.ts';
import {
	addStyles,
	ANIMATIONS,
	placeDecorations,
	STYLES,
} from '../../../../nodes/Linq/message/decorations.ts';
import { InvalidInput } from '../../../../nodes/shared/errors/invalidInput.ts';

const place = (text: string, ...inputs: DecorationInput[]) =>
	placeDecorations(text, inputs, 'Text Decorations');

test('decorates the whole text', () => {
	expect(place('Hello', { decoration: 'bold', appliesTo: 'text' })).toEqual([
		{ range: [0, 5], style: 'bold' },
	]);
});

test('decorates every place of a phrase, counted in UTF-16 units', () => {
	expect(
		place('🎉 now and now', { decoration: 'shake', appliesTo: 'phrase', phrase: 'now' }),
	).toEqual([
		{ range: [3, 6], animation: 'shake' },
		{ range: [11, 14], animation: 'shake' },
	]);
});

test('decorates a range', () => {
	expect(place('Hello', { decoration: 'italic', appliesTo: 'range', start: 1, end: 3 })).toEqual([
		{ range: [1, 3], style: 'italic' },
	]);
});

test.each<[string, DecorationInput, string]>([
	[
		'a phrase that is not there',
		{ decoration: 'bold', appliesTo: 'phrase', phrase: 'bye' },
		'the phrase "bye" is not in the text',
	],
	['an empty phrase', { decoration: 'bold', appliesTo: 'phrase' }, 'the phrase is empty'],
	[
		'a range beyond the text',
		{ decoration: 'bold', appliesTo: 'range', start: 0, end: 6 },
		'0 to 6 is not a range',
	],
	[
		'an empty range',
		{ decoration: 'bold', appliesTo: 'range', start: 2, end: 2 },
		'2 to 2 is not a range',
	],
	[
		'half a character',
		{ decoration: 'bold', appliesTo: 'range', start: 0, end: 1.5 },
		'0 to 1.5 is not a range',
	],
])('refuses %s', (_, input, message) => {
	expect(() => place('Hello', input)).toThrow(`Text Decorations: ${message}`);
});

test('refuses more than 100 places', () => {
	const phrase: DecorationInput = { decoration: 'bold', appliesTo: 'phrase', phrase: 'a' };
	expect(place('a '.repeat(100), phrase)).toHaveLength(100);
	expect(() => place('a '.repeat(101), phrase)).toThrow('101 decorations are too many');
});

test('says what overlaps where', () => {
	expect(() =>
		place(
			'Hello world',
			{ decoration: 'bold', appliesTo: 'phrase', phrase: 'Hello' },
			{ decoration: 'shake', appliesTo: 'range', start: 3, end: 8 },
		),
	).toThrow('bold and shake overlap on "lo"');
});

test('animations overlap nothing, styles only styles', () => {
	const length = 12;
	const input = fc
		.tuple(
			fc.constantFrom(...STYLES, ...ANIMATIONS),
			fc.nat(length - 1),
			fc.integer({ min: 1, max: length }),
		)
		.filter(([, start, end]) => start < end)
		.map(
			([decoration, start, end]): DecorationInput => ({
				decoration,
				appliesTo: 'range',
				start,
				end,
			}),
		);
	fc.assert(
		fc.property(fc.array(input, { maxLength: 6 }), (inputs) => {
			const clash = inputs.some((a, i) =>
				inputs.some(
					(b, j) =>
						i < j &&
						(ANIMATIONS.includes(a.decoration) || ANIMATIONS.includes(b.decoration)) &&
						Number(a.start) < Number(b.end) &&
						Number(b.start) < Number(a.end),
				),
			);
			const run = () => place('x'.repeat(length), ...inputs);
			if (clash) expect(run).toThrow(InvalidInput);
			else expect(run()).toHaveLength(inputs.length);
		}),
		{ numRuns: 1000 },
	);
});

test('an animation takes its place from the styles that the text has of itself', () => {
	const bold = { range: [0, 20] as [number, number], style: 'bold' };
	const shake = (start: number, end: number) => ({
		range: [start, end] as [number, number],
		animation: 'shake',
	});
	expect(addStyles([], [bold])).toEqual([bold]);
	expect(addStyles([shake(5, 8), shake(18, 30)], [bold])).toEqual([
		shake(5, 8),
		shake(18, 30),
		{ range: [0, 5], style: 'bold' },
		{ range: [8, 18], style: 'bold' },
	]);
	expect(addStyles([shake(0, 20)], [bold])).toEqual([shake(0, 20)]);
	expect(addStyles([{ range: [0, 5], style: 'italic' }], [bold])).toContainEqual(bold);
});

test('of many styles those of the user come first, and as many as Linq takes', () => {
	const styles = Array.from({ length: 100 }, (_, index) => ({
		range: [2 * index, 2 * index + 1] as [number, number],
		style: 'bold',
	}));
	const own = { range: [0, 300] as [number, number], style: 'italic' };
	const all = addStyles([own], styles);
	expect(all).toHaveLength(100);
	expect(all[0]).toEqual(own);
	expect(all.at(-1)).toEqual(styles[98]);
});
