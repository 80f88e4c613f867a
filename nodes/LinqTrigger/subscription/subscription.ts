import type { IDataObject, IHookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { baseUrlFor, callLinq } from '../../shared/api/client';
import { fetchLines } from '../../shared/api/lines';
import { ALL_EVENTS } from '../../shared/events';
import { checkSettings, chosenEvents, chosenLines } from '../settings';
import { assertReachable, sameTrigger, targetUrl } from './address';
import type { Registration } from './registration';
import { forgetRegistration, heldRegistrations, keepRegistration, ownerOf } from './registration';

const PATH = '/v3/webhook-subscriptions';

const subscription = z.object({
	id: z.string(),
	target_url: z.string(),
	subscribed_events: z.array(z.string()),
	phone_numbers: z.array(z.string()).nullish(),
	is_active: z.boolean(),
	created_at: z.string().optional(),
});

type Subscription = z.infer<typeof subscription>;

/** What the subscription has to be like, in Linq's words. */
interface Wanted {
	target_url: string;
	subscribed_events: string[];
	phone_numbers: string[];
}

/**
 * How long a subscription of ours whose secret we do not hold counts as being made by another
 * process of this n8n right now. n8n's attempts to activate spread over 15 seconds.
 */
const BEING_MADE_MS = 5_000;

/**
 * Whether exactly one subscription delivers to this trigger, as the node wants it, and we hold its
 * secret. Changes nothing at Linq.
 *
 * @throws NodeApiError when Linq does not answer: that does not mean that there is none
 * @throws NodeOperationError for settings that cannot work
 */
export async function checkExists(this: IHookFunctions): Promise<boolean> {
	await checkSetup(this);
	const { ours, held } = await survey(this);
	const [only, ...others] = ours;
	if (!only || others.length > 0 || held?.subscriptionId !== only.id) return false;
	if (Object.keys(difference(only, await wantedSubscription(this))).length > 0) return false;
	keepRegistration(this, { ...held, lines: await accountLines(this) });
	return true;
}

/**
 * Brings about what checkExists() asks for: keeps and corrects the subscription whose secret we
 * hold, removes others that deliver to exactly this trigger, subscribes if there is none.
 *
 * @throws NodeApiError, NodeOperationError as above, and when another process is at it; n8n tries
 *   again then
 */
export async function create(this: IHookFunctions): Promise<boolean> {
	await checkSetup(this);
	const wanted = await wantedSubscription(this);
	const lines = await accountLines(this);
	const { ours, held } = await survey(this);
	const kept = ours.find(({ id }) => id === held?.subscriptionId);
	for (const other of ours.filter((found) => found !== kept)) {
		refuseIfBeingMade(this, other);
		await remove(this, other.id);
	}
	const secret =
		held && kept && (await correct(this, kept, wanted))
			? { subscriptionId: kept.id, signingSecret: held.signingSecret }
			: await subscribe(this, wanted);
	keepRegistration(this, {
		...secret,
		targetUrl: wanted.target_url,
		owner: ownerOf(this),
		lines,
	});
	return true;
}

/** Ends our subscription; one that is gone already counts as ended. */
async function unsubscribe(this: IHookFunctions): Promise<boolean> {
	const { ours } = await survey(this);
	for (const { id } of ours) await remove(this, id);
	forgetRegistration(this);
	return true;
}

export { unsubscribe as delete };

async function checkSetup(context: IHookFunctions): Promise<void> {
	checkSettings(context);
	assertReachable(context, targetUrl(context), await baseUrlFor(context));
}

async function wantedSubscription(context: IHookFunctions): Promise<Wanted> {
	const events = chosenEvents(context);
	return {
		target_url: targetUrl(context),
		subscribed_events: events.includes(ALL_EVENTS.value) ? await allEvents(context) : events,
		phone_numbers: chosenLines(context),
	};
}

/** The events that Linq has at this moment; the list of this package is that of its contract. */
async function allEvents(context: IHookFunctions): Promise<string[]> {
	const { events } = await callLinq(
		context,
		{ method: 'GET', path: '/v3/webhook-events' },
		z.object({ events: z.array(z.string()) }),
	);
	return events;
}

async function accountLines(context: IHookFunctions): Promise<string[]> {
	const lines = await fetchLines(context);
	return lines.map(({ phone_number: number }) => number);
}

/**
 * The subscriptions that deliver to this trigger, and the registration of one of them whose secret
 * we hold. Another address than n8n's present one counts only where this very node registered it
 * before n8n's public URL changed.
 */
async function survey(
	context: IHookFunctions,
): Promise<{ ours: Subscription[]; held?: Registration }> {
	const { subscriptions } = await callLinq(
		context,
		{ method: 'GET', path: PATH },
		z.object({ subscriptions: z.array(subscription) }),
	);
	const url = targetUrl(context);
	const registrations = heldRegistrations(context).filter(
		({ owner }) => owner === ownerOf(context),
	);
	const ours = subscriptions.filter(
		({ id, target_url: target }) =>
			sameTrigger(target, url) ||
			registrations.some(
				(held) => held.subscriptionId === id && sameTrigger(held.targetUrl, target),
			),
	);
	const held = registrations.find(({ subscriptionId }) =>
		ours.some(({ id }) => id === subscriptionId),
	);
	return { ours, held };
}

/** What has to change for a subscription to be as wanted; Linq leaves out what is not given. */
function difference(found: Subscription, wanted: Wanted): IDataObject {
	const change: IDataObject = {};
	if (found.target_url !== wanted.target_url) change.target_url = wanted.target_url;
	if (!sameSet(found.subscribed_events, wanted.subscribed_events)) {
		change.subscribed_events = wanted.subscribed_events;
	}
	if (!sameSet(found.phone_numbers ?? [], wanted.phone_numbers)) {
		change.phone_numbers = wanted.phone_numbers;
	}
	if (!found.is_active) change.is_active = true;
	return change;
}

/** Changes a subscription as far as needed. @returns false when it is gone by now */
async function correct(
	context: IHookFunctions,
	found: Subscription,
	wanted: Wanted,
): Promise<boolean> {
	const body = difference(found, wanted);
	if (Object.keys(body).length === 0) return true;
	return await unlessGone(
		context,
		callLinq(context, { method: 'PUT', path: pathOf(found.id), body }, z.unknown()),
	);
}

async function subscribe(
	context: IHookFunctions,
	{ phone_numbers: lines, ...wanted }: Wanted,
): Promise<Pick<Registration, 'subscriptionId' | 'signingSecret'>> {
	const body: IDataObject = { ...wanted };
	if (lines.length > 0) body.phone_numbers = lines;
	try {
		const created = await callLinq(
			context,
			{ method: 'POST', path: PATH, body },
			z.object({ id: z.string(), signing_secret: z.string().min(1) }),
		);
		return { subscriptionId: created.id, signingSecret: created.signing_secret };
	} catch (error) {
		// Linq takes an address only once, and it was free when we looked.
		const failure = new NodeApiError(context.getNode(), error as JsonObject);
		if (failure.httpCode === '409') throw beingMade(context);
		throw failure;
	}
}

async function remove(context: IHookFunctions, id: string): Promise<void> {
	await unlessGone(context, callLinq(context, { method: 'DELETE', path: pathOf(id) }, z.unknown()));
}

/** Waits for a call about one subscription. @returns false when Linq does not have it any more */
async function unlessGone(context: IHookFunctions, call: Promise<unknown>): Promise<boolean> {
	try {
		await call;
		return true;
	} catch (error) {
		const failure = new NodeApiError(context.getNode(), error as JsonObject);
		if (failure.httpCode === '404') return false;
		throw failure;
	}
}

/** A subscription made moments ago, without a stored secret: the process that made it is not done. */
function refuseIfBeingMade(context: IHookFunctions, { created_at: createdAt }: Subscription): void {
	const age = Math.abs(Date.now() - Date.parse(createdAt ?? ''));
	if (age < BEING_MADE_MS) throw beingMade(context);
}

const beingMade = (context: IHookFunctions) =>
	new NodeOperationError(
		context.getNode(),
		'This trigger is being registered at Linq by another process at the same moment',
		{ description: 'n8n tries again by itself. If it does not, publish the workflow again.' },
	);

const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

const sameSet = (a: string[], b: string[]) => {
	const [one, other] = [new Set(a), new Set(b)];
	return one.size === other.size && [...one].every((entry) => other.has(entry));
};
