import type { IHookFunctions } from 'n8n-workflow';

import { ownerOf } from './owner';

/**
 * Why an activation stopped, where that decides what may be removed after it: it gave way to another
 * process of n8n, or Linq's answer to its subscription got lost.
 */
export type Stop = 'gave way' | 'unanswered';

/** How the last activation in this process ended that has not been cleaned up after, by address. */
const stops = new Map<string, Stop>();

export const rememberStop = (context: IHookFunctions, stop: Stop) => {
	stops.set(nameOf(context), stop);
};

/**
 * n8n calls delete() after an activation that failed just as it does at the end of one that worked,
 * and does not say which (n8n, webhook-trigger-registrar.js, register; active-workflow-manager.js,
 * addWebhooks). So this tells it, once.
 */
export function takeStop(context: IHookFunctions): Stop | undefined {
	const stop = stops.get(nameOf(context));
	stops.delete(nameOf(context));
	return stop;
}

/** By address, because n8n does not tell delete() whether it is about a test. */
const nameOf = (context: IHookFunctions) =>
	`${ownerOf(context)} ${context.getNodeWebhookUrl('default') ?? ''}`;
