import { z } from 'zod';

import type { Simplify } from './fields';
import {
	directionOf,
	directionSaid,
	inPerhapsChat,
	number,
	perhapsChat,
	someone,
	text,
} from './fields';

/** contract/openapi.yaml, ReactionEvent. */
const reaction = z.object({
	chat_id: text,
	chat: perhapsChat,
	message_id: text,
	part_index: number,
	reaction_id: text,
	reaction_type: z.string(),
	custom_emoji: text,
	sticker: z.object({ url: text }).nullish(),
	is_from_me: z.boolean().nullish(),
	from: someone,
	from_handle: someone,
	sender_handle: someone,
	service: text,
	reacted_at: text,
});

/** reaction.added, reaction.removed, poll.reaction.added */
export const simplifyReaction: Simplify = (data) => {
	const read = reaction.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	const who = found.from_handle ?? found.from ?? found.sender_handle;
	return {
		...inPerhapsChat(found.chat_id, found.chat),
		message_id: found.message_id ?? null,
		direction: directionSaid(found.is_from_me) ?? directionOf(who, found.chat?.owner_handle),
		from: who?.handle ?? null,
		reaction: found.reaction_type,
		emoji: found.custom_emoji ?? null,
		sticker_url: found.sticker?.url ?? null,
		part_index: found.part_index ?? null,
		reaction_id: found.reaction_id ?? null,
		service: found.service ?? null,
		reacted_at: found.reacted_at ?? null,
	};
};
