import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { ask } from '../ask';
import { restOf } from '../chat/firstMessage';
import type { Item } from '../item';
import { followUpKey } from '../key';
import { withRetries } from '../retry';
import { mayRenew, storedFailure } from '../storedMessage';
import type { Answered } from './answered';

const sent = z.object({
	message: z.object({ id: z.string(), delivery_status: z.string().optional().catch(undefined) }),
});

/**
 * Sends what was taken out of a first message: "Send Links and Media Afterwards". With a key of its
 * own, made of that of the message, so that it is sent once like it.
 *
 * @returns for the output: `follow_up_message_id`
 * @throws what n8n's request helper threw at last; NodeApiError for one that failed earlier
 */
export async function sendRest(item: Item, { chatId, parts }: Answered): Promise<IDataObject> {
	const rest = restOf(item, parts);
	if (!rest || chatId === undefined) return {};
	const { message, override_optout } = item.request.body as {
		message: IDataObject;
		override_optout?: boolean;
	};
	const { preferred_service } = message;
	const url = `/v3/chats/${encodeURIComponent(chatId)}/messages`;
	for (let renewal = 0; ; renewal++) {
		const key = item.key === undefined ? undefined : followUpKey(item.key, renewal);
		const body: IDataObject = {
			message: {
				parts: rest as never,
				...(preferred_service !== undefined && { preferred_service }),
				...(key !== undefined && { idempotency_key: key }),
			},
			...(override_optout && { override_optout }),
		};
		const answer = await withRetries(item, () => ask(item, { method: 'POST', url, body }, sent));
		const { id, delivery_status: status } = answer.message;
		if (key === undefined || status !== 'failed') return { follow_up_message_id: id };
		if (!mayRenew(item, renewal + 1)) throw storedFailure(item, key);
	}
}
