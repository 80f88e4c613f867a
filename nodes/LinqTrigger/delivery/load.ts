import type { IWebhookFunctions } from 'n8n-workflow';

import { ownerOf, triggerOf } from '../subscription/owner';

/**
 * How many deliveries of a trigger a process has open before it sends more away. A delivery is open
 * until n8n has answered it, which includes storing the execution: this many take n8n seconds already,
 * and Linq gives up after ten.
 */
const MAX_OPEN = 100;

/** Deliveries that are open, by trigger. */
const open = new Map<string, number>();

/**
 * Takes a delivery in, unless the trigger has too many already.
 *
 * @returns false when it has to come again: Linq repeats it over half an hour
 */
export function admit(context: IWebhookFunctions): boolean {
	const trigger = `${ownerOf(context)}/${triggerOf(context)}`;
	const count = open.get(trigger) ?? 0;
	if (count >= MAX_OPEN) return false;
	open.set(trigger, count + 1);
	context.getResponseObject().once('close', () => {
		const rest = (open.get(trigger) ?? 1) - 1;
		if (rest > 0) open.set(trigger, rest);
		else open.delete(trigger);
	});
	return true;
}
