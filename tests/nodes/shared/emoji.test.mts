import { InvalidInput } from '../../../nodes/shared/errors/invalidInput.ts';
import { readEmoji } from '../../../nodes/shared/input/emoji.ts';
import { isOneEmoji } from '../../../sandbox/messaging/emoji.mts';

test.each([
	['a picture', '🎉'],
	['an old sign without the mark for color', '❤'],
	['an old sign with it', '❤️'],
	['a skin tone', '👍🏽'],
	['a family, joined', '👨‍👩‍👧‍👦'],
	['a profession with a skin tone', '👩🏿‍🚀'],
	['a sign that is joined', '🏳️‍🌈'],
	['a flag', '🇩🇪'],
	['a flag of tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
	['a keycap', '1️⃣'],
	['a keycap without the mark', '#⃣'],
])('takes %s', (_what, emoji) => {
	expect(readEmoji(` ${emoji}\n`, 'Emoji')).toBe(emoji);
	expect(isOneEmoji(emoji)).toBe(true);
});

test.each([
	['a word', 'thumbsup'],
	['a name in colons', ':tada:'],
	['a smiley of signs', ':-)'],
	['two emoji', '🎉🎉'],
	['two flags', '🇩🇪🇫🇷'],
	['half a flag', '🇩'],
	['an emoji and a word', '🎉 yes'],
	['a number', '1'],
	['a letter with an accent', 'é'],
])('refuses %s', (_what, text) => {
	expect(() => readEmoji(text, 'Emoji')).toThrow(InvalidInput);
	expect(() => readEmoji(text, 'Emoji')).toThrow(`Emoji is not one emoji: "${text}"`);
	expect(isOneEmoji(text)).toBe(false);
});

test.each(['', ' ', null, undefined])('refuses %j as empty', (nothing) => {
	expect(() => readEmoji(nothing, 'Sticker Emoji')).toThrow('Sticker Emoji is empty');
});
