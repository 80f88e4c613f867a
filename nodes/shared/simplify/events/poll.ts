import { z } from 'zod';

import type { Simplify } from './fields';
import {
	between,
	chat,
	directionByName,
	directionOf,
	inChat,
	number,
	someone,
	text,
} from './fields';

const option = z.object({
	option_id: z.string(),
	text,
	voters: z.array(z.object({ handle: z.string() })).nullish(),
});

/** contract/openapi.yaml, PollReceivedEvent, PollLifecycleEvent, PollUpdatedEvent, PollVoteEvent, PollFailedEvent. */
const poll = z.object({
	chat,
	message_id: z.string(),
	direction: text,
	service: text,
	sender_handle: someone,
	poll: z.object({ options: z.array(option).nullish(), total_voters: number }).nullish(),
	added_options: z.array(option).nullish(),
	option_id: text,
	error: z.object({ code: number, message: text }).nullish(),
	received_at: text,
	sent_at: text,
	delivered_at: text,
	read_at: text,
	failed_at: text,
});

type Poll = z.infer<typeof poll>;

/** poll.*, but for reactions. */
export const simplifyPoll: Simplify = (data, event) => {
	const read = poll.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	return {
		...inChat(found.chat),
		message_id: found.message_id,
		...between(directionIn(found, event), found.sender_handle, found.chat.owner_handle),
		service: found.service ?? null,
		...optionsOf(found),
		...(found.error && {
			error_code: found.error.code ?? null,
			error_message: found.error.message ?? null,
		}),
		...timesOf(found),
	};
};

/** Votes and new options have a sender of their own; elsewhere it is the sender of the poll. */
function directionIn({ chat: there, direction, sender_handle: sender }: Poll, event: string) {
	const bySender = directionOf(sender, there.owner_handle);
	return /^poll\.(vote\.|updated$)/.test(event)
		? (bySender ?? direction ?? null)
		: (direction ?? directionByName(event) ?? bySender);
}

/** The options of the poll, the ones that were added, or the one that was voted for. */
function optionsOf({ poll: whole, added_options: added, option_id: id }: Poll) {
	const flat = (options: Array<z.infer<typeof option>>) =>
		options.map(({ option_id, text: label, voters }) => ({
			option_id,
			text: label ?? null,
			voters: (voters ?? []).map(({ handle }) => handle),
		}));
	return {
		...(whole && { options: flat(whole.options ?? []), total_voters: whole.total_voters ?? null }),
		...(added && { added_options: flat(added) }),
		...(id && { option_id: id }),
	};
}

/** The times that Linq gives for this event. */
function timesOf({ received_at, sent_at, delivered_at, read_at, failed_at }: Poll) {
	const times = { received_at, sent_at, delivered_at, read_at, failed_at };
	return Object.fromEntries(Object.entries(times).filter(([, time]) => time !== undefined));
}
