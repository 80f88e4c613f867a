import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Simplify } from './fields';

/** contract/openapi.yaml, AccountEvent: these are common to all, the rest depends on the event. */
const accountEvent = z
	.object({
		summary: z.string(),
		occurred_at: z.string(),
		origin: z.string(),
		actor: z.object({ type: z.string() }).passthrough(),
	})
	.passthrough();

/**
 * Events of the account: each object in the data is laid out flat, e.g. `actor: { name }` becomes
 * `actor_name` and `change: { from, to }` becomes `change_from` and `change_to`. New fields come along.
 */
export const simplifyAccountEvent: Simplify = (data) => {
	const read = accountEvent.safeParse(data);
	if (!read.success) return undefined;
	return Object.fromEntries(
		Object.entries(read.data as IDataObject).flatMap(([name, value]) =>
			isObject(value)
				? Object.entries(value).map(([inner, entry]) => [`${name}_${inner}`, entry])
				: [[name === 'phone_number' ? 'line' : name, value]],
		),
	) as IDataObject;
};

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
