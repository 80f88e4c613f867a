import { z } from 'zod';

import type { Simplify } from './fields';
import { text } from './fields';

/** contract/openapi.yaml, PhoneNumberStatusEvent and PhoneNumberOwnershipEvent. */
const line = z.object({
	phone_number: z.string(),
	previous_status: text,
	new_status: text,
	previous_reputation: text,
	new_reputation: text,
	// Their former names (contract/events.md).
	previous_health_status: text,
	new_health_status: text,
	changed_at: text,
});

/** phone_number.status_updated, assigned, released */
export const simplifyLine: Simplify = (data, event) => {
	const read = line.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		line: found.phone_number,
		...(event === 'phone_number.status_updated' && {
			status: found.new_status ?? null,
			previous_status: found.previous_status ?? null,
			reputation: found.new_reputation ?? found.new_health_status ?? null,
			previous_reputation: found.previous_reputation ?? found.previous_health_status ?? null,
		}),
		changed_at: found.changed_at ?? null,
	};
};
