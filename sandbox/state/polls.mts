import type { ChatHandle, Reaction } from '../wire.mts';

export interface PollOption {
	option_id: string;
	text: string;
	can_be_edited: boolean;
	creator_handle: ChatHandle | null;
	voters: Array<{ handle: string; voted_at: string }>;
}

/** The content of a poll message, as the contract shows it but for the count. */
export interface Poll {
	options: PollOption[];
	reactions: Reaction[];
}

/** The poll with the number of people who voted for anything. */
export function renderPoll(poll: Poll): { options: PollOption[]; total_voters: number } {
	const voters = new Set(poll.options.flatMap((option) => option.voters.map((v) => v.handle)));
	return { options: poll.options, total_voters: voters.size };
}
