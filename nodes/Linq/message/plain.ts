import type { MessagePart } from './content';

/** Begins a link in a text (contract/behaviour.md, section 7). */
export const LINK_IN_TEXT = /https?:\/\/|\bwww\.\S/i;

const WORDS: Record<MessagePart['type'], string> = {
	text: 'a picture in the text',
	media: 'a file',
	link: 'a link',
	imessage_app: 'an app card',
	app_clip: 'an App Clip',
};

/**
 * Names the first part of a message that is more than plain text.
 *
 * @param parts undefined for an experience, which has none
 * @returns e.g. `a link`; undefined for plain text only
 */
export function notPlain(parts: MessagePart[] | undefined): string | undefined {
	if (!parts) return 'an experience';
	for (const part of parts) {
		if (part.type !== 'text') return WORDS[part.type];
		if (LINK_IN_TEXT.test(part.value)) return WORDS.link;
		if (part.inline_stickers?.length) return WORDS.text;
	}
	return undefined;
}
