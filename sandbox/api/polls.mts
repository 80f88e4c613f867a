import { ApiError } from '../contract/errors.mts';
import { once } from '../messaging/idempotency.mts';
import { chatById, messageById, openChat } from '../messaging/lookup.mts';
import {
	addOptions,
	newOptions,
	pollStages,
	renderPollMessage,
	vote,
	type PollMessage,
} from '../messaging/polls.mts';
import { deliver } from '../messaging/progress.mts';
import { addOutbound, checkMayWrite, checkRate } from '../messaging/send.mts';
import { activeContacts, hasLeft, ownHandle } from '../state/chats.mts';
import type { Poll } from '../state/polls.mts';
import type { World } from '../world.mts';
import { operation, type Operation } from './operation.mts';

interface Options {
	options: Array<{ text: string }>;
}

interface CreatePollRequest {
	poll: Options & { idempotency_key?: string };
}

interface PollVoteRequest {
	operation: 'add' | 'remove';
	option_id: string;
}

/** Polls: ask, look, add options, vote. iMessage only. */
export const polls: Record<string, Operation> = {
	createPoll: operation<CreatePollRequest>(({ operationId, params, body, traceId }, world) => {
		const chat = chatById(world, params.chatId);
		const key = body.poll.idempotency_key;
		return once(world, { keys: world.state.messageKeys, operationId, key }, () => {
			if (hasLeft(chat)) throw new ApiError('2013');
			if (chat.service !== 'iMessage') throw new ApiError('2017');
			checkMayWrite(world, chat.line, activeContacts(chat));
			checkRate(world, chat.line, activeContacts(chat));
			const texts = body.poll.options.map((option) => option.text);
			const poll: Poll = { options: newOptions(texts, ownHandle(chat)), reactions: [] };
			const added = addOutbound(world, chat, {
				parts: [],
				poll,
				traceId,
				preferredService: 'iMessage',
				idempotencyKey: key ?? null,
			});
			const message = pollMessage(world, added.id);
			deliver(world, chat, message, pollStages(world, chat, message));
			return { messageId: message.id, answer: { status: 201, body: renderPollMessage(message) } };
		});
	}),

	getPoll: operation(({ params }, world) => ({
		status: 200,
		body: renderPollMessage(pollMessage(world, params.messageId)),
	})),

	addPollOptions: operation<Options>(({ params, body, traceId }, world) => {
		const message = pollMessage(world, params.messageId);
		const chat = openChat(world, message.chatId);
		const texts = body.options.map((option) => option.text);
		addOptions(world, chat, message, texts, ownHandle(chat), traceId);
		return { status: 200, body: renderPollMessage(message) };
	}),

	votePoll: operation<PollVoteRequest>(({ params, body, traceId }, world) => {
		const message = pollMessage(world, params.messageId);
		const chat = openChat(world, message.chatId);
		const known = vote(world, chat, message, {
			optionId: body.option_id,
			operation: body.operation,
			by: ownHandle(chat),
			traceId,
		});
		if (!known) throw new ApiError('1005', 'the poll has no such option');
		return { status: 200, body: renderPollMessage(message) };
	}),
};

/** @throws ApiError 404/2002 where there is no such message or it is no poll */
function pollMessage(world: World, id: string | undefined): PollMessage {
	const message = messageById(world, id);
	if (!message.poll) throw new ApiError('2002', 'the message is not a poll');
	return message as PollMessage;
}
