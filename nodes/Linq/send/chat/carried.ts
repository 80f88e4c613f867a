import { z } from 'zod';

import { isObject } from '../../../shared/object';
import type { Item } from '../item';

/** A chat as outputs of Linq nodes and events have it, in flat fields or as Linq gives it. */
const chat = z
	.object({
		chat_id: z.string().optional(),
		id: z.string().optional(),
		line: z.string().nullish(),
		participants: z.array(z.string()).nullish(),
		health_status: z.union([z.string(), z.object({ status: z.string() })]),
	})
	.passthrough();

/**
 * The health of the item's chat as the item itself carries it, e.g. behind Linq Trigger or
 * Chat > Get Many, so that Linq need not be asked.
 *
 * @returns undefined where the item says nothing about that chat
 */
export function carriedHealth(item: Item): string | undefined {
	const { json } = item.context.getInputData();
	const data = isObject(json.data) ? json.data : undefined;
	for (const candidate of [json, json.chat, data?.chat]) {
		const read = chat.safeParse(candidate).data;
		if (!read || !isItsChat(item, read)) continue;
		const { health_status: health } = read;
		return typeof health === 'string' ? health : health.status;
	}
	return undefined;
}

function isItsChat(item: Item, { chat_id, id, line, participants }: z.infer<typeof chat>): boolean {
	const chatId = item.sent('chatId');
	if (chatId !== undefined) return (chat_id ?? id) === chatId;
	const { from, to = [] } = item.request.body as { from?: string; to?: string[] };
	return (
		participants?.slice().sort().join() === [...to].sort().join() &&
		(from === undefined || from === line)
	);
}
