import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { handle as participant } from '../../../shared/simplify/parts';
import { ask } from '../ask';
import type { Item } from '../item';
import { Interrupted, withHarmlessRetries } from '../retry';
import type { Run } from '../run';

/** The chat that an item goes to, as far as the send path knows it. */
export interface KnownChat {
	/** `HEALTHY`, `AT_RISK` …; undefined where Linq does not say (contract/behaviour.md, section 10). */
	health?: string;
}

/** A chat (contract/openapi.yaml, Chat). */
const chat = z.object({
	id: z.string(),
	display_name: z.string().nullish(),
	handles: z.array(participant.extend({ status: z.string().nullish() })),
	health_status: z.object({ status: z.string() }).nullish().catch(undefined),
	updated_at: z.string().nullish(),
});

type Chat = z.infer<typeof chat>;

const page = z.object({ chats: z.array(chat), next_cursor: z.string().nullish() });

/** Chats that this process has looked up, by run, then by where an item goes. */
const lookups = new WeakMap<Run, Map<string, Promise<KnownChat | undefined>>>();

/**
 * The chat that an item goes to, asked for at most once a run and chat.
 *
 * Where Linq chooses the chat by the people, it is the one with exactly them, from the line if there
 * is a choice of it, that something was said in last (contract/behaviour.md, section 7, "Chat
 * reuse"). Which line Linq will choose cannot be known before; so a chat whose line cannot send any
 * more may be found, and Linq opens another one.
 *
 * @returns undefined where there is none yet
 * @throws what n8n's request helper threw at last, e.g. for a chat that there is not; Interrupted
 */
export async function findChat(item: Item): Promise<KnownChat | undefined> {
	const known = lookups.get(item.run) ?? new Map<string, Promise<KnownChat | undefined>>();
	lookups.set(item.run, known);
	const place = placeOf(item);
	const asked = known.get(place) ?? lookUp(item);
	known.set(place, asked);
	const [answer] = await Promise.allSettled([asked]);
	// The next try may get an answer.
	if (answer.status === 'rejected') known.delete(place);
	// It is not under way yet, so an item that has stopped the node meanwhile stops it too.
	if (item.attempt.queue.stopped) throw new Interrupted();
	if (answer.status === 'rejected') throw answer.reason;
	return answer.value;
}

/** Where an item goes: the same for all items of one chat. */
export const placeOf = ({ address }: Item): string => address.place;

/**
 * Notes that there is a chat now where an item goes, because it was sent. A new one is healthy. Where
 * nobody knows whether it was sent, Linq is asked anew.
 */
export function rememberChat(item: Item): void {
	const known = lookups.get(item.run);
	const place = placeOf(item);
	const asked = known?.get(place);
	if (!known || !asked) return;
	if (!item.isAccepted) known.delete(place);
	else
		known.set(
			place,
			asked.then((found) => found ?? {}),
		);
}

async function lookUp(item: Item): Promise<KnownChat | undefined> {
	const id = item.sent('chatId');
	if (id === undefined) return await findByPeople(item);
	const url = `/v3/chats/${encodeURIComponent(String(id))}`;
	return known(await withHarmlessRetries(item, () => ask(item, { method: 'GET', url }, chat)));
}

/** Pages of 100 chats to look through for one person. */
const MAX_PAGES = 10;

async function findByPeople(item: Item): Promise<KnownChat | undefined> {
	const { from, to } = item.request.body as { from?: string; to: string[] };
	const qs: IDataObject = { to: to[0], limit: 100, ...(from && { from }) };
	let latest: Chat | undefined;
	for (let pages = 0; pages < MAX_PAGES; pages++) {
		const { chats, next_cursor: cursor } = await withHarmlessRetries(item, () =>
			ask(item, { method: 'GET', url: '/v3/chats', qs }, page),
		);
		for (const one of chats) {
			if (isWith(one, to) && (one.updated_at ?? '') >= (latest?.updated_at ?? '')) latest = one;
		}
		if (!cursor) break;
		qs.cursor = cursor;
	}
	return latest && known(latest);
}

const known = ({ health_status: health }: Chat): KnownChat => ({ health: health?.status });

/** Whether a send to these people goes into the chat: to all of them, in no group with a name. */
function isWith({ display_name: name, handles }: Chat, people: string[]): boolean {
	const members = handles.filter(({ status }) => (status ?? 'active') === 'active');
	const others = members.filter(({ is_me: me }) => !me).map(({ handle }) => handle);
	const isSame = [...others].sort().join() === [...people].sort().join();
	const isNamed = others.length > 1 && name && !others.every((one) => name.includes(one));
	return isSame && !isNamed && members.length > others.length;
}
