import { z } from 'zod';

import { isObject } from '../../../shared/object';
import type { Answer } from '../../operation';
import { opensChat } from '../../output/startedChat';
import type { Item } from '../item';

/** Answers to sends, with whatever they have (contract/openapi.yaml). */
const message = z.object({ created_at: z.string().optional(), parts: z.unknown() });
const sent = z.object({
	chat_id: z.string().optional(),
	created_new_chat: z.boolean().optional(),
	from: z.string().optional(),
	chat: z
		.object({
			id: z.string(),
			handles: z.array(
				z.object({ handle: z.string(), is_me: z.boolean().nullish(), joined_at: z.string() }),
			),
			message: message.optional(),
		})
		.optional(),
	message: message.optional(),
	voice_memo: message.optional(),
	poll: message.optional(),
});

/** Milliseconds by which Linq's clock and ours may be apart. */
const CLOCK_SKEW = 5 * 60_000;

/** The answer to a send, without the message. */
export interface Answered {
	chatId?: string;
	/** The line that sent it, where the answer says so. */
	line?: string;
	/** Whether the message is one of an earlier run, which its key gave back. */
	isReplay: boolean;
	/** Whether it opened the chat, as far as can be told. */
	isFirst: boolean;
	/** The parts of the message as Linq has it. */
	parts: unknown;
}

export function readAnswered(item: Item, { body }: Answer): Answered {
	const { chat, ...data } = (isObject(body) && sent.safeParse(body).data) || {};
	const line = chat?.handles.find(({ is_me: me }) => me);
	const sentMessage = chat?.message ?? data.message ?? data.voice_memo ?? data.poll;
	const at = Date.parse(sentMessage?.created_at ?? '');
	const isNewChat = chat && opensChat(sentMessage?.created_at, line?.joined_at);
	const isReplay = item.run.startedAt - at > CLOCK_SKEW;
	const chatId = chat?.id ?? data.chat_id ?? (item.sent('chatId') as string | undefined);
	return {
		chatId,
		line: data.from ?? line?.handle,
		isReplay,
		parts: sentMessage?.parts,
		isFirst: !isReplay && (data.created_new_chat ?? isNewChat ?? false),
	};
}
