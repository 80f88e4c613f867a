import type { IDataObject, IHookFunctions, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { baseUrlFor, callLinq } from '../../shared/api/client';
import { fetchLines } from '../../shared/api/lines';
import { assertReachable } from '../../shared/delivery/reachable';
import { ALL_EVENTS } from '../../shared/events';
import { checkSettings, chosenEvents, chosenLines, inputSettings } from '../settings';
import { keyIn, PENDING_KEY, sameTrigger, targetUrl, withoutKey } from './address';
import { forgetOrphans, orphansOf, rememberOrphans } from './orphans';
import type { Orphan } from './orphans';
import { ownerOf } from './owner';
import type { Registration } from './registration';
import { forgetRegistration, keepRegistration, ownRegistrations } from './registration';
import { presentOpener, recall, sealSecret } from './secrets';
import { rememberStop, takeStop } from './stopped';

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

/** A subscription that delivers to this trigger. */
interface Ours extends Subscription {
	/** Where this trigger knows it. */
	secret?: string;
	/** Whether its key is one that every process with the credential can open. */
	hasKey: boolean;
}

/** One whose deliveries this trigger can check. */
type Usable = Ours & { secret: string };

/** The wanted subscription, in Linq's terms, without its address. */
interface Wanted {
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
	takeStop(this);
	await checkSetup(this);
	const [only, ...others] = oursIn(this, await subscriptions(this), await presentOpener(this));
	if (!only || !isUsable(only) || others.length > 0 || isOrphan(this, only)) return false;
	const change = difference(this, only, await wantedSubscription(this));
	if (Object.keys(change).length > 0) return false;
	await keep(this, only, await accountLines(this));
	return true;
}

/**
 * Brings about what checkExists() asks for: keeps and corrects the subscription whose secret we
 * hold, removes others that deliver to exactly this trigger, subscribes if there is none. Removes
 * what could not be removed before.
 *
 * @throws NodeApiError, NodeOperationError as above, and when another process is at it; n8n tries
 *   again then
 */
export async function create(this: IHookFunctions): Promise<boolean> {
	takeStop(this);
	await checkSetup(this);
	const wanted = await wantedSubscription(this);
	const lines = await accountLines(this);
	const all = await subscriptions(this);
	const ours = oursIn(this, all, await presentOpener(this));
	const kept = ours.find(isUsable);
	for (const other of ours.filter((found) => found !== kept)) {
		if (isJustMade(other)) giveWay(this);
		await remove(this, other.id);
	}
	await removeOrphans(this, all, kept);
	const corrected = kept && (await correct(this, kept, wanted));
	await keep(this, corrected ?? (await subscribe(this, wanted, lines)), lines);
	return true;
}

/**
 * Ends our subscription; one that is gone already counts as ended. What cannot be ended now is
 * remembered for the next activation. What another process is making is left alone, and after an
 * activation that gave way to another process everything is.
 *
 * Never throws: n8n calls it after a test that failed, too, and would keep the test in its memory
 * with an object so large that it freezes when it next copies it (n8n 2.41, test-webhooks.js,
 * deactivateWebhooks and needsWebhook).
 *
 * @returns false when something is left behind
 */
async function unsubscribe(this: IHookFunctions): Promise<boolean> {
	const stop = takeStop(this);
	if (stop === 'gave way') return true;
	const left: Orphan[] = [];
	let isDone = true;
	const failed = (error: unknown) => {
		isDone = false;
		warnOfOrphan(this, error);
	};
	try {
		for (const ours of oursIn(this, await subscriptions(this))) {
			if (stop !== 'unanswered' && isBeingMadeElsewhere(ours)) continue;
			try {
				await remove(this, ours.id);
			} catch (error) {
				left.push({ id: ours.id, targetUrl: ours.target_url });
				failed(error);
			}
		}
	} catch (error) {
		left.push(...ownRegistrations(this).map(asOrphan));
		failed(error);
	}
	rememberOrphans(this, left);
	if (!isDone) return false;
	forgetOrphans(this, ownRegistrations(this).map(asOrphan));
	forgetRegistration(this);
	return true;
}

export { unsubscribe as delete };

async function checkSetup(context: IHookFunctions): Promise<void> {
	await checkSettings(context);
	assertReachable(context, targetUrl(context), await baseUrlFor(context));
}

async function wantedSubscription(context: IHookFunctions): Promise<Wanted> {
	const events = chosenEvents(context);
	return {
		subscribed_events: events.includes(ALL_EVENTS.value) ? await allEvents(context) : events,
		phone_numbers: chosenLines(context, await inputSettings(context)),
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

async function subscriptions(context: IHookFunctions): Promise<Subscription[]> {
	const { subscriptions: all } = await callLinq(
		context,
		{ method: 'GET', path: PATH },
		z.object({ subscriptions: z.array(subscription) }),
	);
	return all;
}

/**
 * The subscriptions that deliver to this trigger, the oldest first. Another address than n8n's present one counts only
 * where this very node registered it before n8n's public URL changed: where we remember that, or
 * where its key is one of ours.
 *
 * @param openKey opens what is sealed with the present token; not given, keys are left alone
 */
function oursIn(
	context: IHookFunctions,
	all: Subscription[],
	openKey: (sealed: string) => string | undefined = () => undefined,
): Ours[] {
	const url = targetUrl(context);
	const registrations = ownRegistrations(context);
	const ours: Ours[] = [];
	for (const found of all) {
		const own = registrations.filter(
			(held) => held.subscriptionId === found.id && sameTrigger(held.targetUrl, found.target_url),
		);
		const key = openKey(keyIn(found.target_url) ?? '');
		if (own.length === 0 && key === undefined && !sameTrigger(found.target_url, url)) continue;
		const held = own.map(({ sealedSecret: sealed }) => recall(context, sealed) ?? openKey(sealed));
		ours.push({
			...found,
			secret: key ?? held.find((secret) => secret !== undefined),
			hasKey: key !== undefined,
		});
	}
	return ours.sort((one, other) => (ageOf(one) < ageOf(other) ? -1 : 1));
}

const isUsable = (ours: Ours): ours is Usable => ours.secret !== undefined;

const isOrphan = (context: IHookFunctions, { id }: Subscription) =>
	orphansOf(context).some((orphan) => orphan.id === id);

/** The changes that a subscription needs; Linq keeps the properties that are not given. */
function difference(context: IHookFunctions, found: Ours, wanted: Wanted): IDataObject {
	const change: IDataObject = {};
	if (!sameSet(found.subscribed_events, wanted.subscribed_events)) {
		change.subscribed_events = wanted.subscribed_events;
	}
	if (!sameSet(found.phone_numbers ?? [], wanted.phone_numbers)) {
		change.phone_numbers = wanted.phone_numbers;
	}
	if (!found.is_active) change.is_active = true;
	const address = withoutKey(found.target_url);
	if (!found.hasKey || address !== targetUrl(context)) change.target_url = targetUrl(context);
	return change;
}

/**
 * Changes a subscription as far as needed.
 *
 * @returns what it is like now; undefined when it is gone
 */
async function correct(
	context: IHookFunctions,
	found: Usable,
	wanted: Wanted,
): Promise<Usable | undefined> {
	const { target_url: address, ...change } = difference(context, found, wanted);
	if (Object.keys(change).length > 0 && !(await update(context, found.id, change))) {
		return undefined;
	}
	if (address === undefined && !isOrphan(context, found)) return found;
	return await putKey(context, found);
}

/**
 * Gives a subscription the address of this trigger with a new key, so that every process can check
 * its deliveries whatever static data says.
 *
 * @returns what it is like now; undefined when it is gone. Where Linq takes no new address, it stays
 *   as it is, and static data has to do
 */
async function putKey(context: IHookFunctions, found: Usable): Promise<Usable | undefined> {
	const url = targetUrl(context, await sealSecret(context, found.secret));
	try {
		if (!(await update(context, found.id, { target_url: url }))) return undefined;
	} catch (error) {
		const isAtOurs = sameTrigger(found.target_url, url);
		const failure = failureOf(context, error);
		if (!isAtOurs || !REFUSED.includes(failure.httpCode ?? '')) throw failure;
		context.logger.warn(
			`Linq did not take the address with the key for “${context.getNode().name}”: ${failure.message}`,
		);
		return found;
	}
	forgetOrphans(context, [{ id: found.id, targetUrl: found.target_url }]);
	return { ...found, target_url: url, hasKey: true };
}

/** Linq understood, and does not want to. */
const REFUSED = ['400', '403', '405', '422'];

const update = async (context: IHookFunctions, id: string, body: IDataObject): Promise<boolean> =>
	await unlessGone(
		context,
		callLinq(context, { method: 'PUT', path: pathOf(id), body }, z.unknown()),
	);

async function subscribe(
	context: IHookFunctions,
	{ phone_numbers: chosen, ...wanted }: Wanted,
	lines: string[],
): Promise<Usable> {
	const url = targetUrl(context, PENDING_KEY);
	const body: IDataObject = { ...wanted, target_url: url };
	if (chosen.length > 0) body.phone_numbers = chosen;
	const created = await callLinq(
		context,
		{ method: 'POST', path: PATH, body },
		subscription.extend({ signing_secret: z.string().min(1) }),
	).catch((error: unknown) => {
		// Linq takes an address only once, and it was free when we looked.
		const failure = failureOf(context, error);
		if (failure.httpCode === '409') giveWay(context);
		if (!failure.httpCode?.startsWith('4')) rememberStop(context, 'unanswered');
		throw failure;
	});
	const made = { ...created, secret: created.signing_secret, hasKey: false };
	// Until the key is in place, deliveries are checked with the registration in this process.
	await keep(context, made, lines);
	await yieldToOlder(context, created);
	const usable = await putKey(context, made);
	if (usable) return usable;
	forgetRegistration(context);
	giveWay(context);
}

/**
 * Of two processes that subscribed at the same moment, the later one ends its own subscription: with
 * keys, their addresses are not the same any more, so Linq takes both.
 */
async function yieldToOlder(context: IHookFunctions, made: Subscription): Promise<void> {
	const others = (await subscriptions(context)).filter(
		({ id, target_url: url }) => id !== made.id && sameTrigger(url, made.target_url),
	);
	if (!others.some((other) => ageOf(other) < ageOf(made))) return;
	await remove(context, made.id);
	forgetRegistration(context);
	giveWay(context);
}

/** By which subscriptions are sorted, the oldest first. */
const ageOf = ({ created_at: createdAt, id }: Subscription) => `${createdAt ?? ''} ${id}`;

/** Remembers the subscription that is in force. @param lines numbers of the account */
async function keep(
	context: IHookFunctions,
	{ id, target_url: url, secret }: Usable,
	lines: string[],
): Promise<void> {
	const key = keyIn(url);
	const isKey = key !== undefined && recall(context, key) === secret;
	keepRegistration(context, {
		subscriptionId: id,
		sealedSecret: isKey ? key : await sealSecret(context, secret),
		targetUrl: url,
		owner: ownerOf(context),
		lines,
	});
}

/** Removes what could not be removed before, unless it was taken up again meanwhile. */
async function removeOrphans(
	context: IHookFunctions,
	all: Subscription[],
	kept: Subscription | undefined,
): Promise<void> {
	for (const orphan of orphansOf(context)) {
		if (orphan.id === kept?.id) continue;
		const found = all.some(
			({ id, target_url: url }) => id === orphan.id && url === orphan.targetUrl,
		);
		try {
			if (found) await remove(context, orphan.id);
			forgetOrphans(context, [orphan]);
		} catch (error) {
			// Another trigger's can wait; this one works without.
			warnOfOrphan(context, error);
		}
	}
}

const asOrphan = ({ subscriptionId: id, targetUrl: url }: Registration): Orphan => ({
	id,
	targetUrl: url,
});

const warnOfOrphan = (context: IHookFunctions, error: unknown) =>
	context.logger.warn(
		`Linq Trigger “${context.getNode().name}” could not end its subscription at Linq and will try again at the next activation: ${(error as Error).message}`,
	);

async function remove(context: IHookFunctions, id: string): Promise<void> {
	await unlessGone(context, callLinq(context, { method: 'DELETE', path: pathOf(id) }, z.unknown()));
}

/** Waits for a call about one subscription. @returns false when Linq does not have it any more */
async function unlessGone(context: IHookFunctions, call: Promise<unknown>): Promise<boolean> {
	try {
		await call;
		return true;
	} catch (error) {
		const failure = failureOf(context, error);
		if (failure.httpCode === '404') return false;
		throw failure;
	}
}

/** Made moments ago: where its secret is not known here, the process that made it is not done. */
const isJustMade = ({ created_at: createdAt }: Subscription) =>
	Math.abs(Date.now() - Date.parse(createdAt ?? '')) < BEING_MADE_MS;

const isBeingMadeElsewhere = (ours: Ours) =>
	!isUsable(ours) && keyIn(ours.target_url) === PENDING_KEY && isJustMade(ours);

/** Stops for another process, whose subscription delete() then leaves alone. */
function giveWay(context: IHookFunctions): never {
	rememberStop(context, 'gave way');
	throw new NodeOperationError(
		context.getNode(),
		'This trigger is being registered at Linq by another process at the same moment',
		{ description: 'n8n tries again by itself. If it does not, publish the workflow again.' },
	);
}

/** An error of callLinq(); its `httpCode` is Linq's status where there was an answer. */
const failureOf = (context: IHookFunctions, error: unknown) =>
	new NodeApiError(context.getNode(), error as JsonObject);

const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

const sameSet = (a: string[], b: string[]) => {
	const [one, other] = [new Set(a), new Set(b)];
	return one.size === other.size && [...one].every((entry) => other.has(entry));
};
