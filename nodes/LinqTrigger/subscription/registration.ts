import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod';

/**
 * What must outlive a restart, kept in n8n's static data of the node. Linq shows the secret only
 * once, when it creates a subscription (contract/behaviour.md, section 11).
 */
const registration = z.object({
	subscriptionId: z.string(),
	signingSecret: z.string(),
	/** Address that was registered; n8n's own can change. */
	targetUrl: z.string(),
	/** The node it was registered for; a copy of the workflow may bring static data along. */
	owner: z.string(),
	/** Numbers of the account: what they send is its own. */
	lines: z.array(z.string()),
});

export type Registration = z.infer<typeof registration>;

type Context = IHookFunctions | IWebhookFunctions;

/**
 * Registrations that this process made, by trigger. n8n stores static data of a workflow as a whole
 * and some time after the call: a delivery at the moment of an activation can find it not there yet,
 * or put back what was there before. What this process knows closes that gap.
 */
const madeHere = new Map<string, Registration>();

/** The registrations to be reckoned with, the stored one first; empty when there is none. */
export function heldRegistrations(context: Context): Registration[] {
	const stored = registration.safeParse(context.getWorkflowStaticData('node')).data;
	const own = madeHere.get(triggerOf(context));
	return [stored, own].filter((entry) => entry !== undefined);
}

/** Stores a registration; n8n saves it after the call. */
export function keepRegistration(context: Context, kept: Registration): void {
	madeHere.set(triggerOf(context), kept);
	Object.assign(context.getWorkflowStaticData('node'), kept);
}

/** Forgets what is stored, and what this process knows of the same subscription. */
export function forgetRegistration(context: Context): void {
	const stored = context.getWorkflowStaticData('node');
	for (const [trigger, { subscriptionId }] of madeHere) {
		if (subscriptionId === stored.subscriptionId) madeHere.delete(trigger);
	}
	for (const name of Object.keys(registration.shape)) delete stored[name];
}

/**
 * Puts a registration back into static data where an older one has taken its place.
 *
 * @param used the one whose secret a delivery was signed with, so it is the one that is in force
 */
export function restoreRegistration(context: Context, used: Registration): void {
	const stored = context.getWorkflowStaticData('node');
	if (stored.signingSecret !== used.signingSecret) Object.assign(stored, used);
}

/** Names this node in this n8n. */
export const ownerOf = (context: Context) =>
	[context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');

/** A test listens beside the active workflow, with an address and a subscription of its own. */
export const triggerOf = (context: Context) =>
	`${ownerOf(context)}/${context.getMode?.() === 'manual' ? 'test' : 'production'}`;
