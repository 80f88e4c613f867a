import { InvalidInput } from '../errors/invalidInput';
import { isEmoji } from './emoji';
import { quote, readText } from './text';

/** Linq's words for tapbacks, in the order of iMessage’s own menu (contract/openapi.yaml, ReactionType). */
export const TAPBACKS = ['love', 'like', 'dislike', 'laugh', 'emphasize', 'question'];

const HINT = 'Enter love, like, dislike, laugh, emphasize, question or one emoji, e.g. 🎉.';

/**
 * A reaction in a word or as an emoji.
 *
 * @throws InvalidInput when it is empty or neither
 */
export function readReaction(value: unknown, label: string): string {
	const text = readText(value, label, HINT);
	const word = text.toLowerCase();
	if (TAPBACKS.includes(word)) return word;
	if (isEmoji(text)) return text;
	throw new InvalidInput(`${label} is neither a tapback nor one emoji: ${quote(text)}`, HINT);
}
