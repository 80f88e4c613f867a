import { ApiError } from '../contract/errors.mts';
import { activeHandles, ownHandle, type Chat } from '../state/chats.mts';
import type { Part, TextPart } from '../wire.mts';
import type { World } from '../world.mts';
import { mediaPart } from './media.mts';
import type { PartRequest, TextPartRequest } from './requests.mts';

/**
 * Makes the parts of a message out of those of a request: files are looked up, mentions are found
 * in the chat.
 *
 * @param by who writes: nobody mentions themselves, and only contacts mention the line
 * @throws ApiError 404/2003 or 2007 for a file, 409/2023 for a mention
 */
export function buildParts(
	world: World,
	chat: Chat,
	parts: readonly PartRequest[],
	by?: string,
): Part[] {
	return parts.map((part) => buildPart(world, chat, part, by));
}

function buildPart(world: World, chat: Chat, part: PartRequest, by?: string): Part {
	switch (part.type) {
		case 'text':
			return textPart(world, chat, part, by);
		case 'media':
			return mediaPart(world, part);
		case 'link':
			return { type: 'link', value: part.value, reactions: [] };
		case 'imessage_app':
			return {
				type: 'imessage_app',
				app: part.app,
				layout: part.layout,
				url: part.url ?? '',
				fallback_text: part.fallback_text ?? null,
				reactions: [],
			};
		case 'app_clip':
			return {
				type: 'app_clip',
				value: part.value,
				...(part.caption === undefined ? {} : { title: part.caption }),
				reactions: [],
			};
	}
}

function textPart(world: World, chat: Chat, part: TextPartRequest, by?: string): TextPart {
	return {
		type: 'text',
		value: part.value,
		...(part.text_decorations ? { text_decorations: part.text_decorations } : {}),
		...(part.inline_stickers
			? {
					inline_stickers: part.inline_stickers.map((sticker) => {
						const { id, filename, mime_type, url } = mediaPart(world, sticker);
						return { range: sticker.range, id, file_name: filename, mime_type, url };
					}),
				}
			: {}),
		...(part.mention === undefined
			? {}
			: {
					mentions: [
						{
							...mentioned(chat, part.mention, by),
							range: part.mention_range ?? [0, part.value.length],
						},
					],
				}),
		reactions: [],
	};
}

function mentioned(chat: Chat, handle: string, by = ownHandle(chat).handle) {
	if (!chat.isGroup) throw new ApiError('2023');
	const found = activeHandles(chat).find((entry) => entry.handle === handle && handle !== by);
	if (!found) throw new ApiError('2023', `${handle} is not in the chat`);
	return { handle, is_me: found.is_me };
}
