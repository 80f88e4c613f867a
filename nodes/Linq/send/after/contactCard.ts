import type { IDataObject } from 'n8n-workflow';

import { explain } from '../../../shared/errors/explain';
import { isUncertain, readFailure } from '../../../shared/errors/failure';
import { request } from '../ask';
import { clock } from '../clock';
import type { Item } from '../item';
import { optionOf } from '../option';
import type { Answered } from './answered';
import { noteShared, wasShared } from './cardLog';

/**
 * Shares the line's contact card behind a message, where the user wants that: "Share Contact Card".
 * The message is sent by then, so nothing that goes wrong here is an error of the item.
 *
 * @returns for the output: `contact_card`, and why where it was not shared
 */
export async function shareCard(item: Item, { chatId, isReplay }: Answered): Promise<IDataObject> {
	if (optionOf(item.context, 'shareContactCard') !== true || chatId === undefined) return {};
	if (isReplay || wasShared(item.context, chatId)) return { contact_card: 'shared_before' };
	if (item.attempt.queue.stopped) return notShared('The node stopped before');
	try {
		const url = `/v3/chats/${encodeURIComponent(chatId)}/share_contact_card`;
		await request(item, { method: 'POST', url });
	} catch (error) {
		const facts = { baseUrl: item.request.baseURL ?? '', writes: true };
		// It may have been shared, and once a day is enough.
		if (isUncertain(readFailure(error, clock.now()))) noteShared(item.context, chatId);
		return notShared(explain(error, facts).message);
	}
	noteShared(item.context, chatId);
	return { contact_card: 'shared' };
}

const notShared = (reason: string): IDataObject => ({
	contact_card: 'not_shared',
	contact_card_reason: reason,
});
