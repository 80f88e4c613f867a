import { createHash } from 'node:crypto';

import type { IWebhookFunctions } from 'n8n-workflow';

import { triggerOf } from '../subscription/registration';

/** Ids that this process remembers for each trigger. */
const IN_PROCESS = 20_000;

/** Ids that n8n stores with the workflow; it writes them anew with each event. */
const STORED = 1_000;

/** Characters of an id as it is remembered: 66 bits of its hash. */
const LENGTH = 11;

/** What this process has seen of a trigger's events. */
interface Memory {
	/** The oldest first. */
	seen: Set<string>;
	/** The newest of them, the oldest first: what n8n is to store. */
	recent: string[];
	/** What n8n stored when this process last looked. */
	stored: unknown;
}

/** By trigger. */
const memories = new Map<string, Memory>();

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
	const stored = context.getWorkflowStaticData('node');
	const memory = memoryOf(triggerOf(context), stored.recentEvents);
	const id = createHash('sha256').update(eventId).digest('base64url').slice(0, LENGTH);
	if (memory.seen.has(id)) return undefined;
	remember(memory, id);
	forgetIfFailed(context, memory, id);
	return {
		save: () => {
			stored.recentEvents = memory.stored = memory.recent.join('');
		},
	};
}

/** The memory of a trigger, with what n8n has stored meanwhile, maybe from another process. */
function memoryOf(trigger: string, stored: unknown): Memory {
	let memory = memories.get(trigger);
	if (!memory) {
		memory = { seen: new Set(), recent: [], stored: undefined };
		memories.set(trigger, memory);
	}
	if (stored === memory.stored) return memory;
	for (const id of split(stored)) if (!memory.seen.has(id)) remember(memory, id);
	memory.stored = stored;
	return memory;
}

function remember({ seen, recent }: Memory, id: string): void {
	seen.add(id);
	recent.push(id);
	if (recent.length > STORED) recent.shift();
	if (seen.size <= IN_PROCESS) return;
	const [oldest = ''] = seen;
	seen.delete(oldest);
}

/** n8n answers 5xx when it could not start the execution; Linq then repeats the event, rightly. */
function forgetIfFailed(context: IWebhookFunctions, { seen, recent }: Memory, id: string): void {
	const response = context.getResponseObject();
	response.once('close', () => {
		if (response.statusCode < 500) return;
		seen.delete(id);
		const place = recent.indexOf(id);
		if (place >= 0) recent.splice(place, 1);
	});
}

/** Ids are stored as one text, which costs n8n much less than a list. */
const split = (ids: unknown): string[] =>
	(typeof ids === 'string' && ids.match(new RegExp(`.{${LENGTH}}`, 'g'))) || [];
