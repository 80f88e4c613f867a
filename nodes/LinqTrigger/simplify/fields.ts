import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { handle } from '../../shared/simplify/parts';
import type { Envelope } from '../delivery/envelope';

export { handle };

/** Makes flat fields of an event's data; undefined when the data is not what it should be. */
export type Simplify = (data: Envelope['data'], event: string) => IDataObject | undefined;

/** Somebody whom Linq names; absent, null or without details where it does not. */
export const someone = handle.nullish().catch(undefined);

/** A text that may be missing or null. */
export const text = z.string().nullish();

/** The chat of an event, in version 2026-02-03. */
export const chat = z
	.object({ id: z.string(), is_group: z.boolean().nullish(), owner_handle: someone })
	.passthrough();

export type Someone = z.infer<typeof someone>;

/** Who did it, seen from the account; null where Linq does not say who it was. */
export const directionOf = (who: Someone) => (who ? (who.is_me ? 'outbound' : 'inbound') : null);

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
