import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { contentOf, handle, mediaOf, parts } from './parts';

/** A stored or sent message (contract/openapi.yaml, Message and SentMessage). */
const message = z
	.object({
		id: z.string(),
		chat_id: z.string().nullish(),
		is_from_me: z.boolean().nullish(),
		from: z.string().nullish(),
		from_handle: handle.nullish(),
		parts: parts.nullish(),
		service: z.string().nullish(),
		delivery_status: z.string().nullish(),
		effect: z.object({ name: z.string().nullish() }).nullish(),
		reply_to: z.object({ message_id: z.string().nullish() }).nullish(),
		created_at: z.string().nullish(),
		sent_at: z.string().nullish(),
		delivered_at: z.string().nullish(),
		read_at: z.string().nullish(),
	})
	.passthrough();

/**
 * The files of a message, as `media` of its flat form has them.
 *
 * @param answer a message, in either form
 */
export function filesOf(answer: IDataObject): IDataObject[] {
	if (Array.isArray(answer.media)) return answer.media as IDataObject[];
	return mediaOf(parts.safeParse(answer.parts).data ?? []);
}

/**
 * A message in flat fields, under the same names as in the trigger's output.
 *
 * @param answer a message with its chat_id; returned as it is when it does not look like one
 */
export function simplifyMessage(answer: IDataObject): IDataObject {
	const read = message.safeParse(answer);
	if (!read.success) return answer;
	const { data } = read;
	return {
		message_id: data.id,
		chat_id: data.chat_id,
		direction: data.is_from_me === false ? 'inbound' : 'outbound',
		from: data.from_handle?.handle ?? data.from ?? null,
		...contentOf(data.parts ?? []),
		service: data.service ?? null,
		status: data.delivery_status,
		effect: data.effect?.name ?? null,
		reply_to_message_id: data.reply_to?.message_id ?? null,
		created_at: data.created_at,
		sent_at: data.sent_at ?? null,
		delivered_at: data.delivered_at ?? null,
		read_at: data.read_at ?? null,
	};
}
