import { z } from 'zod';

import type { Simplify } from './fields';
import { text } from './fields';

/** contract/openapi.yaml, ContactCardReceivedEvent. */
const card = z.object({
	owner_handle: z.string(),
	sender_handle: z.string(),
	first_name: text,
	last_name: text,
	media_url: text,
});

/** contact_card.received; the photo's URL expires within 45 minutes. */
export const simplifyContactCard: Simplify = (data) => {
	const read = card.safeParse(data);
	if (!read.success) return undefined;
	const { owner_handle: line, sender_handle: from, ...details } = read.data;
	return {
		from,
		to: line,
		line,
		first_name: details.first_name ?? null,
		last_name: details.last_name ?? null,
		image_url: details.media_url ?? null,
	};
};
