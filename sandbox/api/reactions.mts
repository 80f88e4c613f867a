import { ApiError } from '../contract/errors.mts';
import { isOneEmoji } from '../messaging/emoji.mts';
import { publishReaction } from '../messaging/events.mts';
import { messageById, openChat } from '../messaging/lookup.mts';
import { mediaPart } from '../messaging/media.mts';
import { addReaction, reactableAt, removeReaction } from '../messaging/reactions.mts';
import type { MediaSource } from '../messaging/requests.mts';
import { newId } from '../random.mts';
import { ownHandle } from '../state/chats.mts';
import type { Reaction, ReactionSticker, ReactionType } from '../wire.mts';
import type { World } from '../world.mts';
import { operation, type Answer, type Operation } from './operation.mts';

interface ReactionRequest extends MediaSource {
	operation: 'add' | 'remove';
	type: ReactionType;
	custom_emoji?: string;
	emoji?: string;
	part_index: number;
}

/** `/v3/messages/{messageId}/reactions`: the line's own tapbacks and stickers. */
export const reactions: Record<string, Operation> = {
	sendReaction: operation<ReactionRequest>(({ params, body, traceId }, world) => {
		const message = messageById(world, params.messageId);
		const chat = openChat(world, message.chatId);
		checkEmoji(body.custom_emoji, 'custom_emoji');
		checkEmoji(body.emoji, 'emoji');
		const target = reactableAt(message, body.part_index);
		if (!target) throw new ApiError('1005', 'the message has no such part');
		const own = ownHandle(chat);
		if (body.operation === 'remove') {
			const removed = removeReaction(target, {
				type: body.type,
				custom_emoji: body.custom_emoji ?? null,
				handleId: own.id,
			});
			if (!removed) throw new ApiError('2015', 'you have no such reaction there');
			world.later(() =>
				publishReaction(world, 'removed', chat, message, removed, body.part_index, traceId),
			);
			return accepted(traceId);
		}
		const added: Reaction = {
			id: newId(),
			handle: own,
			is_me: true,
			type: body.type,
			custom_emoji: body.type === 'custom' ? (body.custom_emoji ?? null) : null,
			sticker: body.type === 'sticker' ? sticker(world, body) : null,
		};
		addReaction(target, added);
		world.later(() =>
			publishReaction(world, 'added', chat, message, added, body.part_index, traceId),
		);
		return accepted(traceId);
	}),

	updateStickerPlacement: operation(({ params, traceId }, world) => {
		const message = messageById(world, params.messageId);
		openChat(world, message.chatId);
		const places = message.poll ? [message.poll] : message.parts;
		const found = places
			.flatMap((place) => place.reactions)
			.find((entry) => entry.id === params.reactionId);
		if (!found) throw new ApiError('2002', 'the message has no such reaction');
		if (found.type !== 'sticker' || !found.is_me) {
			throw new ApiError('1005', 'the reaction is not a sticker of yours');
		}
		return { status: 202, body: { success: true, status: 'accepted', trace_id: traceId } };
	}),
};

/** @throws ApiError 400/1005 for what is not one emoji */
function checkEmoji(text: string | undefined, field: string): void {
	if (text === undefined || isOneEmoji(text)) return;
	throw new ApiError('1005', `${field} must be one emoji, not "${text}"`);
}

function sticker(world: World, body: ReactionRequest): ReactionSticker {
	if (body.emoji !== undefined) {
		return {
			file_name: 'emoji.png',
			mime_type: 'image/png',
			url: `${world.settings.storageUrl}/emoji/${encodeURIComponent(body.emoji)}.png`,
		};
	}
	const { filename, mime_type, url } = mediaPart(world, body);
	return { file_name: filename, mime_type, url };
}

const accepted = (traceId: string): Answer => ({
	status: 202,
	body: { status: 'accepted', message: 'Reaction processed', trace_id: traceId },
});
