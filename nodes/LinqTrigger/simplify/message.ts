import { z } from 'zod';

import { contentOf, parts } from '../../shared/simplify/parts';
import type { Simplify } from './fields';
import { between, chat, someone, text } from './fields';
import { inNewForm } from './version2025';

/** contract/openapi.yaml, MessageEvent. */
const message = z.object({
	id: z.string(),
	chat,
	direction: z.string(),
	sender_handle: someone,
	parts: parts.nullish(),
	service: text,
	effect: z.object({ name: z.string().optional() }).nullish(),
	reply_to: z.object({ message_id: z.string().optional() }).nullish(),
	sent_at: text,
	delivered_at: text,
	read_at: text,
	reconciled_at: text,
});

/** message.received, sent, delivered and read, in either version of the payload. */
export const simplifyMessageEvent: Simplify = (data, event) => {
	const read = message.safeParse(inNewForm(data));
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		chat_id: found.chat.id,
		is_group: found.chat.is_group ?? null,
		message_id: found.id,
		...between(found.direction, found.sender_handle, found.chat.owner_handle),
		...contentOf(found.parts ?? []),
		service: found.service ?? null,
		status: event.replace('message.', ''),
		effect: found.effect?.name ?? null,
		reply_to_message_id: found.reply_to?.message_id ?? null,
		sent_at: found.sent_at ?? null,
		delivered_at: found.delivered_at ?? null,
		read_at: found.read_at ?? null,
		reconciled_at: found.reconciled_at ?? null,
	};
};

/** contract/openapi.yaml, MessageEditedEvent. */
const edit = z.object({
	id: z.string(),
	chat,
	direction: z.string(),
	sender_handle: someone,
	part: z.object({ index: z.number(), text: z.string() }),
	edited_at: text,
});

/** message.edited: `text` is that of the edited part alone. */
export const simplifyEdit: Simplify = (data) => {
	const read = edit.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		chat_id: found.chat.id,
		is_group: found.chat.is_group ?? null,
		message_id: found.id,
		...between(found.direction, found.sender_handle, found.chat.owner_handle),
		text: found.part.text,
		part_index: found.part.index,
		edited_at: found.edited_at ?? null,
	};
};

/** contract/openapi.yaml, MessageFailedEvent. */
const failure = z.object({
	chat_id: text,
	message_id: text,
	code: z.number(),
	detail_code: z.number().nullish(),
	reason: text,
	service: text,
	failed_at: text,
});

/** message.failed */
export const simplifyFailure: Simplify = (data) => {
	const read = failure.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		chat_id: found.chat_id ?? null,
		message_id: found.message_id ?? null,
		direction: 'outbound',
		service: found.service ?? null,
		status: 'failed',
		error_code: found.code,
		error_detail_code: found.detail_code ?? null,
		error_message: found.reason ?? null,
		failed_at: found.failed_at ?? null,
	};
};
