import type { IWebhookFunctions } from 'n8n-workflow';

import { ownerOf, triggerOf } from '../subscription/owner';

/** Events that this process remembers for each trigger. */
const REMEMBERED = 20_000;

/** Ids by trigger, the oldest first. */
const memories = new Map<string, Set<string>>();

/**
 * Claims an event for the execution that is about to start. Linq repeats an event whose answer it
 * did not get (contract/behaviour.md, section 11).
 *
 * This process decides, and nothing is stored: n8n writes static data as a whole, so that two
 * processes would put back each other's former state. What happens over restarts and between
 * processes: docs/architecture.md, "Once per event".
 *
 * @returns whether it is the first time; a claim is given back when n8n answers 5xx
 */
export function claim(context: IWebhookFunctions, eventId: string): boolean {
	const seen = memoryOf(`${ownerOf(context)}/${triggerOf(context)}`);
	if (seen.has(eventId)) return false;
	seen.add(eventId);
	const [oldest = ''] = seen;
	if (seen.size > REMEMBERED) seen.delete(oldest);
	// n8n could not start the execution then, and Linq repeats the event, rightly.
	const response = context.getResponseObject();
	response.once('close', () => {
		if (response.statusCode >= 500) seen.delete(eventId);
	});
	return true;
}

function memoryOf(trigger: string): Set<string> {
	let memory = memories.get(trigger);
	if (!memory) {
		memory = new Set();
		memories.set(trigger, memory);
	}
	return memory;
}
