import { z } from 'zod';

import type { Simplify } from './fields';
import { between, chat, directionOf, someone, text } from './fields';

const option = z.object({
	option_id: z.string(),
	text: z.string(),
	voters: z.array(z.object({ handle: z.string() })).nullish(),
});

/** contract/openapi.yaml, PollReceivedEvent, PollLifecycleEvent, PollUpdatedEvent, PollVoteEvent, PollFailedEvent. */
const poll = z.object({
	chat,
	message_id: z.string(),
	direction: z.string(),
	service: text,
	sender_handle: someone,
	poll: z.object({ options: z.array(option), total_voters: z.number().nullish() }).nullish(),
	added_options: z.array(option).nullish(),
	option_id: text,
	error: z.object({ code: z.number(), message: text }).nullish(),
	received_at: text,
	sent_at: text,
	delivered_at: text,
	read_at: text,
	failed_at: text,
});

/** Votes and new options have their own sender; elsewhere it is the sender of the poll. */
export const simplifyPoll: Simplify = (data) => {
	const read = poll.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	const direction = directionOf(found.sender_handle) ?? found.direction;
	return {
		chat_id: found.chat.id,
		is_group: found.chat.is_group ?? null,
		message_id: found.message_id,
		...between(direction, found.sender_handle, found.chat.owner_handle),
		service: found.service ?? null,
		...optionsOf(found),
		...(found.error && {
			error_code: found.error.code,
			error_message: found.error.message ?? null,
		}),
		...timesOf(found),
	};
};

/** The options of the poll, the ones that were added, or the one that was voted for. */
function optionsOf({ poll: whole, added_options: added, option_id: id }: z.infer<typeof poll>) {
	const flat = (options: Array<z.infer<typeof option>>) =>
		options.map(({ option_id, text: label, voters }) => ({
			option_id,
			text: label,
			voters: (voters ?? []).map(({ handle }) => handle),
		}));
	return {
		...(whole && { options: flat(whole.options), total_voters: whole.total_voters ?? null }),
		...(added && { added_options: flat(added) }),
		...(id && { option_id: id }),
	};
}

/** The times that Linq gives for this event. */
function timesOf({ received_at, sent_at, delivered_at, read_at, failed_at }: z.infer<typeof poll>) {
	const times = { received_at, sent_at, delivered_at, read_at, failed_at };
	return Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined));
}
