import type { IDataObject } from 'n8n-workflow';

import type { Answer } from '../../operation';
import type { Item } from '../item';
import { sendsMessage } from '../route';
import { readAnswered } from './answered';
import { shareCard } from './contactCard';
import { sendRest } from './followUp';
import { newChatHint } from './newChatHint';

/**
 * What follows a message that Linq has taken, before the next one of its chat.
 *
 * @returns for the output besides the message
 * @throws what failed when a second message that belongs to it was sent
 */
export async function afterSending(item: Item, answer: Answer): Promise<IDataObject> {
	if (!sendsMessage(item.operation)) return {};
	const answered = readAnswered(item, answer);
	const rest = await sendRest(item, answered);
	return { ...rest, ...newChatHint(item, answered), ...(await shareCard(item, answered)) };
}
