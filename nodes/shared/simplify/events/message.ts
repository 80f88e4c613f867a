import { z } from 'zod';

import { conversationOf } from '../conversation';
import { contentOf, parts } from '../parts';
import type { Simplify } from './fields';
import {
	between,
	chat,
	directionByName,
	directionOf,
	inChat,
	inPerhapsChat,
	number,
	perhapsChat,
	someone,
	text,
} from './fields';
import { isOptOut } from './optOut';
import { inNewForm } from './version2025';

/** contract/openapi.yaml, MessageEvent. */
const message = z.object({
	id: z.string(),
	chat,
	direction: text,
	sender_handle: someone,
	parts: parts.nullish(),
	service: text,
	effect: z.object({ name: text }).nullish(),
	reply_to: z.object({ message_id: text }).nullish(),
	sent_at: text,
	delivered_at: text,
	read_at: text,
	reconciled_at: text,
});

/** message.received, sent, delivered and read, in either version of the payload. */
export const simplifyMessageEvent: Simplify = (data, event) => {
	const read = message.safeParse(inNewForm(data, event));
	if (!read.success) return undefined;
	const { data: found } = read;
	const list = found.parts ?? [];
	const [content, who] = [contentOf(list), whoSent(found, event)];
	return {
		...inChat(found.chat),
		message_id: found.id,
		...who,
		...content,
		is_opt_out: isOptOut(list, found.chat, who.direction),
		service: found.service ?? null,
		status: event.replace('message.', ''),
		effect: found.effect?.name ?? null,
		reply_to_message_id: found.reply_to?.message_id ?? null,
		sent_at: found.sent_at ?? null,
		delivered_at: found.delivered_at ?? null,
		read_at: found.read_at ?? null,
		reconciled_at: found.reconciled_at ?? null,
		...conversationOf(found.chat.id, content),
	};
};

/** contract/openapi.yaml, MessageEditedEvent; or the whole message, as when it was received. */
const edit = message.extend({
	part: z.object({ index: number, text }).nullish(),
	edited_at: text,
});

/** message.edited: `text` is that of the edited part alone, where Linq says which one that is. */
export const simplifyEdit: Simplify = (data, event) => {
	const read = edit.safeParse(inNewForm(data, event));
	if (!read.success) return undefined;
	const { data: found } = read;
	const words = found.part?.text ?? contentOf(found.parts ?? []).text;
	return {
		...inChat(found.chat),
		message_id: found.id,
		...whoSent(found, event),
		text: words,
		part_index: found.part?.index ?? null,
		edited_at: found.edited_at ?? null,
		...conversationOf(found.chat.id, { text: words }),
	};
};

type Sent = Pick<z.infer<typeof message>, 'chat' | 'direction' | 'sender_handle'>;

/** As Linq says; else as the event's name says; else by whom it was sent. */
function whoSent({ chat: there, direction, sender_handle: sender }: Sent, event: string) {
	const line = there.owner_handle;
	return between(direction ?? directionByName(event) ?? directionOf(sender, line), sender, line);
}

/** The message inside a failure, in either version of the payload. */
const failed = z.object({ id: text, parts: parts.nullish() });

/** contract/openapi.yaml, MessageFailedEvent; or the whole message, with its id and its chat. */
const failure = failed.extend({
	chat_id: text,
	chat: perhapsChat,
	message_id: text,
	message: failed.nullish(),
	code: number,
	detail_code: number,
	reason: text,
	service: text,
	failed_at: text,
});

/** message.failed */
export const simplifyFailure: Simplify = (data) => {
	const read = failure.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	const content = found.parts ?? found.message?.parts;
	return {
		...inPerhapsChat(found.chat_id, found.chat),
		message_id: found.message_id ?? found.id ?? found.message?.id ?? null,
		direction: 'outbound',
		...(content && contentOf(content)),
		service: found.service ?? null,
		status: 'failed',
		error_code: found.code ?? null,
		error_detail_code: found.detail_code ?? null,
		error_message: found.reason ?? null,
		failed_at: found.failed_at ?? null,
	};
};
