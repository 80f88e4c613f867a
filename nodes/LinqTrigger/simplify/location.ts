import { z } from 'zod';

import type { Simplify } from './fields';
import { text } from './fields';

/** contract/openapi.yaml, LocationSharingStartedEvent and LocationSharingStoppedEvent. */
const sharing = z.object({
	shared_by: z.string(),
	shared_with: text,
	began_at: text,
	ends_at: text,
	ended_at: text,
	chat_id: text,
});

/** location.sharing.started, location.sharing.stopped */
export const simplifyLocation: Simplify = (data, event) => {
	const read = sharing.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		chat_id: found.chat_id ?? null,
		from: found.shared_by,
		to: found.shared_with ?? null,
		line: found.shared_with ?? null,
		began_at: found.began_at ?? null,
		...(event === 'location.sharing.stopped'
			? { ended_at: found.ended_at ?? null }
			: { ends_at: found.ends_at ?? null }),
	};
};
