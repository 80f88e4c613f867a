const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A picture, a flag, or a key such as 1️⃣; with or without the mark that asks for its color. */
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3/u;

/** Whether a text is one emoji and nothing else (contract/behaviour.md section 7). */
export function isOneEmoji(text: string): boolean {
	const [first, ...others] = graphemes.segment(text);
	return first !== undefined && others.length === 0 && EMOJI.test(text);
}
