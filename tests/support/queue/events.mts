import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

import type { Delivery } from '../../../sandbox/webhooks/deliveries.mts';
import type { Envelope } from '../../../sandbox/webhooks/envelope.mts';
import type { Database } from './database.mts';
import type { QueueStage } from './stage.mts';

/** An n8n and a Linq, as far as they are needed here. */
export interface Ground extends Pick<QueueStage, 'control' | 'sandbox'> {
	database: Pick<Database, 'rows'>;
}

/** Numbers nobody has written from yet; another `series` of three digits gives 9,000 others. */
export const people = (count: number, series: number) =>
	Array.from({ length: count }, (_, place) => `+1202${series * 10_000 + 1_000 + place}`);

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
export async function textIn(stage: Ground, from: string[], copies = 1): Promise<Sent[]> {
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
export const replies = ({ sandbox }: Ground, sent: Sent[]) =>
	sent.map(
		({ chatId }) =>
			sandbox.world.state.messages
				.ofChat(chatId)
				.filter(({ direction }) => direction === 'outbound').length,
	);

/**
 * As {@link textIn}, at a steady pace, or from eight people at a time as fast as they go.
 *
 * @param perSecond at most
 */
export async function flood(stage: Ground, from: string[], perSecond?: number): Promise<Sent[]> {
	const started = performance.now();
	const sent: Sent[][] = Array.from({ length: from.length }, () => []);
	const places = from.keys();
	const oneAfterTheOther = async () => {
		for (const place of places) {
			if (perSecond !== undefined) {
				await pause(Math.max(0, started + (place * 1_000) / perSecond - performance.now()));
			}
			sent[place] = await textIn(stage, from.slice(place, place + 1));
		}
	};
	await Promise.all(Array.from({ length: 8 }, oneAfterTheOther));
	return sent.flat();
}

/** How often each status came, over all deliveries and tries, e.g. `{ '200': 150, '503': 4 }`. */
export function countStatuses(sent: Sent[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const status of sent.flatMap(statusesOf)) {
		counts[String(status)] = (counts[String(status)] ?? 0) + 1;
	}
	return counts;
}

const Run = z.object({
	id: z.coerce.string(),
	retryOf: z.coerce.string().nullable(),
	status: z.string(),
	data: z.string(),
});

/** One execution of a workflow, and what it started with. */
export type Run = z.infer<typeof Run>;

/** All executions of a workflow that have data, the oldest first. */
export async function runsOf({ database }: Ground, workflowId: string): Promise<Run[]> {
	return await database.rows(
		Run,
		`select id, "retryOf", status, data from execution_entity join execution_data on "executionId" = id
		 where execution_entity."workflowId" = $1 order by id`,
		[workflowId],
	);
}

/** The outcome of the executions of some events. */
export interface Executions {
	/** The states of those that each event has started. */
	byEvent: string[][];
	/**
	 * Those whose worker died: n8n puts its own error in the place of all their data, so nothing tells
	 * any more which event they were started by (n8n, workflow-runner.js, processError).
	 */
	abandoned: Run[];
}

/** @param sent all events of the workflow */
export async function executionsOf(
	stage: Ground,
	workflowId: string,
	sent: Sent[],
): Promise<Executions> {
	const runs = await runsOf(stage, workflowId);
	const byEvent = sent.map(({ eventId }) =>
		runs.filter(({ data }) => data.includes(eventId)).map(({ status }) => status),
	);
	const isKnown = ({ data }: Run) => sent.some(({ eventId }) => data.includes(eventId));
	const abandoned = runs.filter(
		(run) => !isKnown(run) && run.data.includes('failed to be processed too many times'),
	);
	return { byEvent, abandoned };
}
