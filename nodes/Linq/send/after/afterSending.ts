import type { IDataObject } from 'n8n-workflow';

import type { Answer } from '../../operation';
import type { Item } from '../item';
import { sendsMessage } from '../route';
import { readAnswered } from './answered';
import { shareCard } from './contactCard';
import { sendRest } from './followUp';
import { newChatHint } from './newChatHint';

/**
 * The steps after a message that Linq has accepted, before the next one of its chat.
 *
 * @returns further fields for the output
 * @throws the error of sending a second message that belongs to it
 */
export async function afterSending(item: Item, answer: Answer): Promise<IDataObject> {
	if (!sendsMessage(item.operation)) return {};
	const answered = readAnswered(item, answer);
	const rest = await sendRest(item, answered);
	return { ...rest, ...newChatHint(item, answered), ...(await shareCard(item, answered)) };
}
