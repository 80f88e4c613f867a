import { z } from 'zod';

import type { Simplify } from './fields';
import { someone, text } from './fields';

/** contract/openapi.yaml, ReactionEvent. */
const reaction = z.object({
	chat_id: text,
	message_id: text,
	part_index: z.number().nullish(),
	reaction_id: text,
	reaction_type: z.string(),
	custom_emoji: text,
	sticker: z.object({ url: text }).nullish(),
	is_from_me: z.boolean(),
	from: text,
	from_handle: someone,
	service: text,
	reacted_at: text,
});

/** reaction.added, reaction.removed, poll.reaction.added */
export const simplifyReaction: Simplify = (data) => {
	const read = reaction.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		chat_id: found.chat_id ?? null,
		message_id: found.message_id ?? null,
		direction: found.is_from_me ? 'outbound' : 'inbound',
		from: found.from_handle?.handle ?? found.from ?? null,
		reaction: found.reaction_type,
		emoji: found.custom_emoji ?? null,
		sticker_url: found.sticker?.url ?? null,
		part_index: found.part_index ?? null,
		reaction_id: found.reaction_id ?? null,
		service: found.service ?? null,
		reacted_at: found.reacted_at ?? null,
	};
};
