import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { unwrap } from './shapes';

/** A chat with the message that was sent to it (contract/openapi.yaml, CreateChatResponse). */
const chat = z.object({
	handles: z
		.array(
			z.object({
				handle: z.string(),
				is_me: z.boolean().nullish(),
				joined_at: z.string().nullish(),
			}),
		)
		.nullish(),
	message: z.object({ created_at: z.string().nullish() }),
});

/** The most milliseconds between a message that opens a chat and its line's joining. */
const AT_ONCE = 60_000;

/**
 * Whether a message opened its chat, as far as can be told: POST /v3/chats does not say so, but a line
 * joins a chat when the chat is made.
 */
export const opensChat = (sentAt?: string | null, joinedAt?: string | null): boolean =>
	Math.abs(Date.parse(sentAt ?? '') - Date.parse(joinedAt ?? '')) < AT_ONCE;

/**
 * A message that was sent from a chosen line, in the form of one whose line Linq chose
 * (output/shapes.ts, sentToPerson).
 */
export function sentFromLine(answer: IDataObject): IDataObject {
	const { id: chatId, message, ...about } = unwrap('chat')(answer);
	const { id, ...rest } = unwrap('message')({ message });
	const { handles, message: sent } = chat.safeParse({ ...about, message }).data ?? {};
	const line = handles?.find(({ is_me: me }) => me);
	return {
		id,
		chat_id: chatId,
		...rest,
		...about,
		from: line?.handle,
		created_new_chat: opensChat(sent?.created_at, line?.joined_at),
	};
}
