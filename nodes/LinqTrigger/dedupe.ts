import { createHash } from 'node:crypto';

import type { IWebhookFunctions } from 'n8n-workflow';

import { triggerOf } from './registration';

/** Ids that this process remembers for each trigger. */
const IN_PROCESS = 20_000;

/** Ids that n8n stores with the workflow; it writes them anew with each event. */
const STORED = 1_000;

/** Characters of an id as it is remembered: 66 bits of its hash. */
const LENGTH = 11;

/** What this process has seen, by trigger, the oldest first. */
const seenHere = new Map<string, Set<string>>();

/** An event that starts an execution. */
export interface Claim {
	/** Puts the event among those that n8n stores, and marks them as changed. */
	save(): void;
}

/**
 * Claims an event for the execution that is about to start. Linq repeats an event whose answer it
 * did not get (contract/behaviour.md, section 11).
 *
 * n8n saves static data after the call and as a whole, so of two deliveries at the same moment
 * neither sees the other there: the memory of this process decides between them. Over several
 * processes that take webhooks nothing does (docs/architecture.md).
 *
 * @returns undefined when the event has been claimed before
 */
export function claim(context: IWebhookFunctions, eventId: string): Claim | undefined {
	const trigger = triggerOf(context);
	const stored = context.getWorkflowStaticData('node');
	const seen = seenHere.get(trigger) ?? new Set();
	seenHere.set(trigger, seen);
	for (const id of split(stored.recentEvents)) seen.add(id);

	const id = createHash('sha256').update(eventId).digest('base64url').slice(0, LENGTH);
	if (seen.has(id)) return undefined;
	seen.add(id);
	trim(seen);
	releaseIfFailed(context, seen, id);
	const recent = [...seen].slice(-STORED).join('');
	return {
		save: () => {
			stored.recentEvents = recent;
		},
	};
}

/** n8n answers 5xx when it could not start the execution; Linq then repeats the event, rightly. */
function releaseIfFailed(context: IWebhookFunctions, seen: Set<string>, id: string): void {
	const response = context.getResponseObject();
	response.once('close', () => {
		if (response.statusCode >= 500) seen.delete(id);
	});
}

function trim(seen: Set<string>): void {
	for (const oldest of seen) {
		if (seen.size <= IN_PROCESS) return;
		seen.delete(oldest);
	}
}

/** Ids are stored as one text, which costs n8n much less than a list. */
const split = (ids: unknown): string[] =>
	(typeof ids === 'string' && ids.match(new RegExp(`.{${LENGTH}}`, 'g'))) || [];
