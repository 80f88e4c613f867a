import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { callLinq } from '../../shared/api/client';
import { flatOf } from './flat';

/** The choices of the option On Arrival. */
const DEEDS = {
	markAsRead: { path: 'read', name: 'mark its chat as read' },
	showTyping: { path: 'typing', name: 'show the typing indicator' },
} as const;

type Deed = keyof typeof DEEDS;

const chosen = z.array(z.string()).catch([]);

/** Milliseconds that the workflow waits for either; Linq answers before a phone shows it. */
const PATIENCE = 5_000;

/**
 * Marks chats as read and shows that an answer is being written, where the option On Arrival says so.
 * The sender does not miss it when that fails: n8n's log says so, and the workflow goes on.
 *
 * @param items events, in either form; what is no message that came in just now is left alone
 */
export async function noteArrival(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<void> {
	const wanted = chosen.parse(context.getNodeParameter('options.onArrival', 0, []));
	if (wanted.length === 0) return;
	const deeds = items.flatMap(({ json }) => {
		const message = flatOf(json);
		return deedsFor(message)
			.filter((deed) => wanted.includes(deed))
			.map(async (deed) => await attempt(context, String(message.chat_id), deed));
	});
	await Promise.all(deeds);
}

/**
 * The actions that suit an event (contract/behaviour.md, section 10): groups cannot be marked as read,
 * and messages recovered late (section 11) or from people who opt out get no answer.
 */
function deedsFor(message: IDataObject): Deed[] {
	const { event, direction, chat_id: chat, reconciled_at: recovered } = message;
	if (event !== 'message.received' || direction !== 'inbound' || !chat || recovered) return [];
	return [
		...(message.is_group === true ? [] : ['markAsRead' as const]),
		...(message.is_opt_out === true ? [] : ['showTyping' as const]),
	];
}

async function attempt(context: IExecuteFunctions, chat: string, deed: Deed): Promise<void> {
	const { path, name } = DEEDS[deed];
	const call = { method: 'POST', path: `/v3/chats/${encodeURIComponent(chat)}/${path}` } as const;
	try {
		await callLinq(context, { ...call, timeout: PATIENCE }, z.unknown());
	} catch (error) {
		const { message } = error as Error;
		context.logger.warn(
			`Linq Trigger “${context.getNode().name}” took a message, but could not ${name}: ${message}`,
		);
	}
}
