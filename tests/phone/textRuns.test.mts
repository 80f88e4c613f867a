import * as fc from '../support/properties.mts';
import { isEmojiOnly, textRuns } from '../../sandbox/phone/lib/textRuns.mts';

const part = (value: string, more: object = {}) => ({
	type: 'text' as const,
	value,
	reactions: [],
	...more,
});

test('overlapping styles, animations and mentions are cut where they begin and end', () => {
	const runs = textRuns(
		part('Hello Ava, hi', {
			text_decorations: [
				{ range: [0, 9], style: 'bold' },
				{ range: [6, 13], style: 'italic' },
				{ range: [11, 13], animation: 'shake' },
			],
			mentions: [{ handle: '+12025550111', is_me: false, range: [6, 9] }],
		}),
	);
	expect(
		runs.map(({ text, styles, animation, mention }) => [text, styles, animation, mention]),
	).toEqual([
		['Hello ', ['bold'], null, false],
		['Ava', ['bold', 'italic'], null, true],
		[', ', ['italic'], null, false],
		['hi', ['italic'], 'shake', false],
	]);
});

test('links end before the punctuation behind them', () => {
	const runs = textRuns(part('See https://example.com/a?b=1, or (http://example.com).'));
	expect(runs.map(({ href }) => href).filter(Boolean)).toEqual([
		'https://example.com/a?b=1',
		'http://example.com',
	]);
});

test('no character is lost, whatever the ranges', () => {
	const range = fc.tuple(fc.nat(30), fc.nat(30));
	fc.assert(
		fc.property(fc.string({ maxLength: 25 }), fc.array(range), (value, ranges) => {
			const decorations = ranges.map((entry) => ({ range: entry, style: 'bold' }));
			const runs = textRuns(part(value, { text_decorations: decorations }));
			expect(runs.map(({ text }) => text).join('')).toBe(value);
		}),
	);
});

test('up to three emoji alone are large', () => {
	expect(['🎉', '🎉 🔥', '👍🏽', '👩‍💻', '❤️'].filter(isEmojiOnly)).toHaveLength(5);
	expect(['', 'a', '🎉!', '🎉🎉🎉🎉', '1'].filter(isEmojiOnly)).toEqual([]);
});
