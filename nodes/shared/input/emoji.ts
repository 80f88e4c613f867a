import { InvalidInput } from '../errors/invalidInput';
import { quote, readText } from './text';

const HINT = 'Enter one emoji, e.g. 🎉.';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A picture, a flag, or a key such as 1️⃣; with or without the mark that asks for its color. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3/u;

/**
 * An emoji without the blanks around it; Linq takes exactly one (contract/behaviour.md, section 7).
 *
 * @throws InvalidInput when it is empty, or anything else than one emoji
 */
export function readEmoji(value: unknown, label: string): string {
	const text = readText(value, label, HINT);
	if (isEmoji(text)) return text;
	throw new InvalidInput(`${label} is not one emoji: ${quote(text)}`, HINT);
}

/** Whether a text is exactly one emoji. */
export const isEmoji = (text: string): boolean =>
	[...graphemes.segment(text)].length === 1 && EMOJI.test(text);
