import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { ABOUT_OWN } from '../../events';
import { handle } from '../parts';
import type { Envelope } from '../../delivery/envelope';

export { handle };

/**
 * Makes flat fields of an event's data; undefined when the data does not hold what the event is
 * about. Everything else may be missing: what is there is read.
 */
export type Simplify = (data: Envelope['data'], event: string) => IDataObject | undefined;

const named = (value: unknown) => (typeof value === 'string' ? { handle: value } : value);

/** Somebody whom Linq names, with details or without; undefined where it does not. */
export const someone = z.preprocess(named, handle.nullish().catch(undefined));

/** A text that may be missing or null. */
export const text = z.string().nullish();

/** A number that may be missing or null. */
export const number = z.number().nullish();

/** The chat of an event, in version 2026-02-03. */
export const chat = z.object({
	id: z.string(),
	is_group: z.boolean().nullish(),
	owner_handle: someone,
	health_status: z.object({ status: text }).nullish().catch(undefined),
});

/** The chat of an event that mostly comes with its id alone, if at all. */
export const perhapsChat = chat.extend({ id: text }).nullish().catch(undefined);

export type Someone = z.infer<typeof someone>;
export type Text = z.infer<typeof text>;

/** The fields of an event's chat. */
export const inChat = ({ id, ...about }: z.infer<typeof chat>) => ({
	chat_id: id,
	...ofChat(about),
});

/** The same where the data has the id of the chat, the chat itself, both or neither. */
export const inPerhapsChat = (id: Text, there: z.infer<typeof perhapsChat>) => ({
	chat_id: id ?? there?.id ?? null,
	...(there && ofChat(there)),
});

const ofChat = (about: Omit<z.infer<typeof chat>, 'id'>) => ({
	is_group: about.is_group ?? null,
	health_status: about.health_status?.status ?? null,
});

/**
 * Who did it, seen from the account; null where Linq does not say who it was.
 *
 * @param line the account's number in the chat, for those of whom Linq does not say whose they are
 */
export function directionOf(who: Someone, line?: Someone) {
	if (!who) return null;
	return (who.is_me ?? who.handle === line?.handle) ? 'outbound' : 'inbound';
}

/** The same from `is_from_me`; null where it is missing. */
export const directionSaid = (isFromMe: boolean | null | undefined) =>
	isFromMe ? 'outbound' : isFromMe === false ? 'inbound' : null;

/** The direction that follows from the name of an event; null if none does. */
export function directionByName(event: string) {
	if (ABOUT_OWN.includes(event)) return 'outbound';
	return event.endsWith('.received') ? 'inbound' : null;
}

/**
 * Who did something in a chat, and to whom. Linq does not tell who else is in the chat, so what the
 * account itself did has no `to`.
 *
 * @param direction inbound, outbound or null
 * @param line the account's number in the chat
 */
export const between = (direction: string | null, from: Someone, line: Someone) => ({
	direction,
	from: from?.handle ?? null,
	to: direction === 'inbound' ? (line?.handle ?? null) : null,
	line: line?.handle ?? null,
});
