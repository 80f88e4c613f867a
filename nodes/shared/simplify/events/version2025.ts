import { z } from 'zod';

import { directionByName, directionSaid, someone, text } from './fields';

/** contract/openapi.yaml, MessageEvent2025. */
const oldMessage = z
	.object({
		chat_id: z.string(),
		chat: z.null().optional(),
		is_group: z.boolean().nullish(),
		is_from_me: z.boolean().nullish(),
		from: someone,
		from_handle: someone,
		recipient_phone: someone,
		recipient_handle: someone,
		message_id: text,
		read_at: text,
		delivered_at: text,
		service: text,
		message: z.object({ id: text, read_at: text, delivered_at: text }).passthrough().nullish(),
	})
	.passthrough();

/**
 * The data of a message event of version 2025-01-01 in the form of 2026-02-03
 * (contract/behaviour.md, section 11). A subscription from before keeps its version until the
 * trigger is activated again.
 *
 * @returns anything else as it is
 */
export function inNewForm(data: Record<string, unknown>, event: string): unknown {
	const read = oldMessage.safeParse(data);
	if (!read.success) return data;
	const { message, ...old } = read.data;
	const direction = directionSaid(old.is_from_me) ?? directionByName(event);
	const sender = old.from_handle ?? old.from;
	const recipient = old.recipient_handle ?? old.recipient_phone;
	return {
		...message,
		id: message?.id ?? old.message_id,
		chat: {
			id: old.chat_id,
			is_group: old.is_group,
			owner_handle: direction === 'outbound' ? sender : recipient,
		},
		direction,
		sender_handle: sender,
		service: old.service,
		delivered_at: old.delivered_at ?? message?.delivered_at,
		read_at: old.read_at ?? message?.read_at,
	};
}
