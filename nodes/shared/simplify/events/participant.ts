import { z } from 'zod';

import type { Simplify } from './fields';
import { someone, text } from './fields';

/** contract/openapi.yaml, ParticipantAddedEvent and ParticipantRemovedEvent. */
const change = z.object({
	chat_id: text,
	handle: text,
	participant: someone,
	added_at: text,
	removed_at: text,
});

/** participant.added, participant.removed: only groups have them. */
export const simplifyParticipant: Simplify = (data, event) => {
	const read = change.safeParse(data);
	const participant = read.data?.participant?.handle ?? read.data?.handle;
	if (!read.data || !participant) return undefined;
	return {
		chat_id: read.data.chat_id ?? null,
		is_group: true,
		participant,
		// Linq also tells a line that was taken out itself.
		is_me: read.data.participant?.is_me ?? false,
		...(event === 'participant.removed'
			? { removed_at: read.data.removed_at ?? null }
			: { added_at: read.data.added_at ?? null }),
	};
};
