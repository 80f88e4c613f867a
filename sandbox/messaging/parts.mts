import { ApiError } from '../contract/errors.mts';
import { activeHandles, type Chat } from '../state/chats.mts';
import type { Part, TextPart } from '../wire.mts';
import type { World } from '../world.mts';
import { mediaPart } from './media.mts';
import type { PartRequest, TextPartRequest } from './requests.mts';

/**
 * Makes the parts of a message out of those of a request: files are looked up, mentions are found
 * in the chat.
 *
 * @throws ApiError 404/2003 or 2007 for a file, 409/2023 for a mention
 */
export function buildParts(world: World, chat: Chat, parts: readonly PartRequest[]): Part[] {
	return parts.map((part) => buildPart(world, chat, part));
}

function buildPart(world: World, chat: Chat, part: PartRequest): Part {
	switch (part.type) {
		case 'text':
			return textPart(world, chat, part);
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

function textPart(world: World, chat: Chat, part: TextPartRequest): TextPart {
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
							handle: mentioned(chat, part.mention),
							is_me: false,
							range: part.mention_range ?? [0, part.value.length],
						},
					],
				}),
		reactions: [],
	};
}

function mentioned(chat: Chat, handle: string): string {
	if (!chat.isGroup) throw new ApiError('2023');
	if (!activeHandles(chat).some((entry) => entry.handle === handle && !entry.is_me)) {
		throw new ApiError('2023', `${handle} is not in the chat`);
	}
	return handle;
}
