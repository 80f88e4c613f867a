import { z } from 'zod';

import type { Delivery } from '../../../sandbox/webhooks/deliveries.mts';
import type { Envelope } from '../../../sandbox/webhooks/envelope.mts';
import type { QueueStage } from './stage.mts';

/** Numbers nobody has written from yet; another `series` gives others. */
export const people = (count: number, series: number) =>
	Array.from({ length: count }, (_, place) => `+1202${series}${1000 + place}`);

/** An event that Linq has sent out, with all its deliveries. */
export interface Sent {
	chatId: string;
	eventId: string;
	deliveries: Delivery[];
}

/**
 * Each person texts once, and Linq delivers the event several times, one right after the other.
 *
 * @returns the events that were sent to a subscription; there is none while a workflow is not published
 */
export async function textIn(stage: QueueStage, from: string[], copies = 1): Promise<Sent[]> {
	const { deliveries, state } = stage.sandbox.world;
	const sent: Sent[] = [];
	for (const person of from) {
		const { chat_id: chatId } = await stage.control.receive(person, `Hi, this is ${person}`);
		const first = deliveries.all().findLast(({ chat_id: id }) => id === chatId);
		if (!first) continue;
		const subscription = state.subscriptions.byId(first.subscription_id);
		for (let copy = 1; copy < copies && subscription; copy++) {
			deliveries.send(subscription, JSON.parse(first.body) as Envelope, chatId);
		}
		sent.push({
			chatId,
			eventId: first.event_id,
			deliveries: deliveries.all().filter(({ event_id: id }) => id === first.event_id),
		});
	}
	return sent;
}

/** All statuses that Linq got for an event, over all deliveries and tries; null where it got none. */
export const statusesOf = ({ deliveries }: Sent) =>
	deliveries.flatMap(({ tries }) => tries.map(({ status }) => status));

/** Whether Linq was told that n8n has the event. */
export const isAcknowledged = ({ deliveries }: Sent) =>
	deliveries.some(({ state }) => state === 'delivered');

/** How many messages each of the events was answered with. */
export const replies = ({ sandbox }: QueueStage, sent: Sent[]) =>
	sent.map(
		({ chatId }) =>
			sandbox.world.state.messages
				.ofChat(chatId)
				.filter(({ direction }) => direction === 'outbound').length,
	);

const Run = z.object({ status: z.string(), data: z.string() });

/** The states of the executions that an event has started, of all in a workflow. */
export async function executionsByEvent(stage: QueueStage, workflowId: string, sent: Sent[]) {
	const runs = await stage.database.rows(
		Run,
		`select status, data from execution_entity join execution_data on "executionId" = id
		 where execution_entity."workflowId" = $1`,
		[workflowId],
	);
	return sent.map(({ eventId }) =>
		runs.filter(({ data }) => data.includes(eventId)).map(({ status }) => status),
	);
}
