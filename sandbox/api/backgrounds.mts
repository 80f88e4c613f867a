import { onChat } from '../messaging/events.mts';
import { openChat } from '../messaging/lookup.mts';
import { ownHandle, type Chat } from '../state/chats.mts';
import type { World } from '../world.mts';
import { operation, type Answer, type Operation } from './operation.mts';

interface ChatBackgroundRequest {
	type: 'color' | 'dynamic' | 'photo';
	variant?: string;
	shades?: string[];
	style?: string;
	image_url?: string;
}

/**
 * `/v3/chats/{chatId}/background`: queued, told by `chat.background_updated`. Only iMessage has
 * backgrounds; elsewhere it is accepted and nothing happens.
 */
export const backgrounds: Record<string, Operation> = {
	setChatBackground: operation<ChatBackgroundRequest>(({ params, body, traceId }, world) => {
		const chat = openChat(world, params.chatId);
		return change(world, chat, traceId, 'Chat background update queued', {
			type: body.type,
			variant: body.variant ?? null,
			style: body.style ?? null,
			shades: body.shades ?? null,
			image_url: body.image_url ?? null,
		});
	}),

	removeChatBackground: operation(({ params, traceId }, world) => {
		const chat = openChat(world, params.chatId);
		return change(world, chat, traceId, 'Chat background removal queued', null);
	}),
};

function change(
	world: World,
	chat: Chat,
	traceId: string,
	message: string,
	background: Record<string, unknown> | null,
): Answer {
	world.later(() => {
		if (chat.service !== 'iMessage') return;
		chat.background = background;
		world.publish({
			...onChat('chat.background_updated', chat, traceId),
			data: {
				chat: { id: chat.id, is_group: chat.isGroup, owner_handle: ownHandle(chat) },
				actor_handle: ownHandle(chat),
				background,
			},
		});
	});
	return { status: 202, body: { status: 'accepted', message, trace_id: traceId } };
}
