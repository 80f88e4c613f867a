import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { simplifyChat } from '../chat';
import type { Simplify } from './fields';
import { between, chat, directionOf, inChat, number, someone, text } from './fields';

/** chat.created: the fields of the Linq node's chats. */
export const simplifyCreatedChat: Simplify = (data) => {
	const flat = simplifyChat(data as IDataObject);
	return flat.chat_id === undefined ? undefined : flat;
};

const typing = z.object({ chat_id: z.string(), actor_handle: someone });

/** chat.typing_indicator.started and stopped; before 0.71.0 Linq did not say who types. */
export const simplifyTyping: Simplify = (data, event) => {
	const read = typing.safeParse(data);
	if (!read.success) return undefined;
	return {
		chat_id: read.data.chat_id,
		direction: directionOf(read.data.actor_handle),
		from: read.data.actor_handle?.handle ?? null,
		is_typing: event.endsWith('.started'),
	};
};

/** contract/openapi.yaml, ChatBackgroundUpdatedEvent. */
const background = z.object({
	chat,
	actor_handle: someone,
	background: z.object({ type: text, variant: text, style: text, image_url: text }).nullish(),
});

/** chat.background_updated; all fields of the background are null when it was removed. */
export const simplifyBackground: Simplify = (data) => {
	const read = background.safeParse(data);
	if (!read.success) return undefined;
	const { chat: where, actor_handle: who, background: now } = read.data;
	return {
		...inChat(where),
		...between(directionOf(who, where.owner_handle), who, where.owner_handle),
		background_type: now?.type ?? null,
		background_variant: now?.variant ?? null,
		background_style: now?.style ?? null,
		background_image_url: now?.image_url ?? null,
	};
};

/** contract/openapi.yaml, ChatGroupValueUpdatedEvent and ChatUpdateFailedEvent. */
const update = z.object({
	chat_id: z.string(),
	old_value: text,
	new_value: text,
	changed_by_handle: someone,
	updated_at: text,
	error_code: number,
	failed_at: text,
});

/** chat.group_name_updated, chat.group_icon_updated; and the failures of one's own changes. */
export const simplifyChatUpdate: Simplify = (data, event) => {
	const read = update.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	const group = event.startsWith('chat.group_') && { is_group: true };
	if (found.error_code !== undefined) {
		return {
			chat_id: found.chat_id,
			...group,
			direction: 'outbound',
			error_code: found.error_code,
			failed_at: found.failed_at ?? null,
		};
	}
	return {
		chat_id: found.chat_id,
		...group,
		direction: directionOf(found.changed_by_handle),
		from: found.changed_by_handle?.handle ?? null,
		old_value: found.old_value ?? null,
		new_value: found.new_value ?? null,
		updated_at: found.updated_at ?? null,
	};
};
