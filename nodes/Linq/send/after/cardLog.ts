import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { isObject } from '../../../shared/object';
import { clock } from '../clock';

/** Milliseconds for which a card that was shared is good enough (contract/behaviour.md, section 10). */
const DAY = 24 * 3_600_000;

/** Chats that a workflow keeps in n8n's database. */
const MOST_KEPT = 5_000;

/** Where, in the static data of the workflow. */
const STORE = 'linqContactCards';

/** When this process has shared a card, by chat; the oldest first. */
const shared = new Map<string, number>();

/**
 * Whether a card was shared in the chat within a day: by this process, or by an execution of this
 * workflow before. n8n keeps the latter for executions that are not started by hand.
 */
export function wasShared(context: IExecuteSingleFunctions, chatId: string): boolean {
	const at = Math.max(shared.get(chatId) ?? 0, Number(storeOf(context)[chatId] ?? 0));
	return clock.now() - at < DAY;
}

export function noteShared(context: IExecuteSingleFunctions, chatId: string): void {
	const now = clock.now();
	for (const [chat, at] of shared) {
		if (now - at < DAY) break;
		shared.delete(chat);
	}
	shared.delete(chatId);
	shared.set(chatId, now);
	const store = storeOf(context);
	store[chatId] = now;
	// To count them takes its time, so not with each.
	if (shared.size % 100 === 0 && Object.keys(store).length > MOST_KEPT) tidy(store, now);
}

/** Leaves half of the room to those that count, the latest of them. */
function tidy(store: IDataObject, now: number): void {
	const latest = Object.entries(store)
		.filter(([, at]) => now - Number(at) < DAY)
		.sort(([, one], [, other]) => Number(other) - Number(one))
		.slice(0, MOST_KEPT / 2);
	const kept = new Set(latest.map(([chat]) => chat));
	for (const chat of Object.keys(store)) if (!kept.has(chat)) delete store[chat];
}

function storeOf(context: IExecuteSingleFunctions): IDataObject {
	const data = context.getWorkflowStaticData('global');
	if (!isObject(data[STORE])) data[STORE] = {};
	return data[STORE] as IDataObject;
}
