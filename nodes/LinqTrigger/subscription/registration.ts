import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { sameTrigger } from './address';
import { ownerOf, triggerOf } from './owner';

/**
 * The state that survives a restart, kept in n8n's static data of the node. Everybody who may see the
 * workflow can read it, so the secret is sealed; Linq shows it only once, when it creates a
 * subscription (contract/behaviour.md, section 11).
 */
const registration = z.object({
	subscriptionId: z.string(),
	/** See seal(). */
	sealedSecret: z.string(),
	/** Address that was registered; n8n's own can change. */
	targetUrl: z.string(),
	/** The node it was registered for; a copy of the workflow may bring static data along. */
	owner: z.string(),
	/** Numbers of the account: what they send is its own. */
	lines: z.array(z.string()),
});

export type Registration = z.infer<typeof registration>;

/** Keys of earlier versions in the same place: the unsealed secret, and ids of events. */
const FORMER = ['signingSecret', 'recentEvents'];

type Context = IHookFunctions | IWebhookFunctions;

/**
 * Registrations that this process made, by node and webhook. n8n stores static data of a workflow as
 * a whole and some time after the call: a delivery at the moment of an activation can find it not
 * there yet, and an execution that changes static data puts back what was there when it began.
 */
const madeHere = new Map<string, Registration>();

/** The registrations to be reckoned with in a delivery, the most trustworthy first. */
export function heldRegistrations(context: IWebhookFunctions): Registration[] {
	return present(madeHere.get(nameOf(context)), storedRegistration(context));
}

/** The registrations of this very node that an activation, or its end, is about. */
export function ownRegistrations(context: IHookFunctions): Registration[] {
	const owner = ownerOf(context);
	const url = context.getNodeWebhookUrl('default') ?? '';
	// By address, because n8n does not tell delete() whether it is about a test.
	const made = [...madeHere.values()].filter(
		(entry) => entry.owner === owner && sameTrigger(entry.targetUrl, url),
	);
	return [...made, ...present(storedRegistration(context))].filter(
		(entry) => entry.owner === owner,
	);
}

/** Stores a registration; n8n saves it after the call. */
export function keepRegistration(context: IHookFunctions, kept: Registration): void {
	madeHere.set(nameOf(context), kept);
	erase(context, FORMER);
	Object.assign(context.getWorkflowStaticData('node'), kept);
}

/** Forgets what is stored, and what this process knows of the same subscriptions. */
export function forgetRegistration(context: IHookFunctions): void {
	const ids = ownRegistrations(context).map(({ subscriptionId }) => subscriptionId);
	for (const [name, { subscriptionId }] of madeHere) {
		if (ids.includes(subscriptionId)) madeHere.delete(name);
	}
	erase(context, [...Object.keys(registration.shape), ...FORMER]);
}

function erase(context: IHookFunctions, names: string[]): void {
	const stored = context.getWorkflowStaticData('node');
	for (const name of names) delete stored[name];
}

const storedRegistration = (context: Context) =>
	registration.safeParse(context.getWorkflowStaticData('node')).data;

const nameOf = (context: Context) => `${ownerOf(context)}/${triggerOf(context)}`;

const present = (...entries: Array<Registration | undefined>) =>
	entries.filter((entry) => entry !== undefined);
