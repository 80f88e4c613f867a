import { z } from 'zod';

import type { Simplify } from './fields';
import { someone, text } from './fields';

/** contract/openapi.yaml, ContactCardReceivedEvent. */
const card = z.object({
	owner_handle: someone,
	sender_handle: someone,
	first_name: text,
	last_name: text,
	media_url: text,
});

/** contact_card.received; the photo's URL expires within 45 minutes. */
export const simplifyContactCard: Simplify = (data) => {
	const read = card.safeParse(data);
	if (!read.data?.sender_handle) return undefined;
	const { owner_handle: owner, sender_handle: sender, ...details } = read.data;
	const line = owner?.handle ?? null;
	return {
		from: sender.handle,
		to: line,
		line,
		first_name: details.first_name ?? null,
		last_name: details.last_name ?? null,
		image_url: details.media_url ?? null,
	};
};
