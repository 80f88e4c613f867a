import { z } from 'zod';
import {
	addOptions,
	newOptions,
	publishPollReceived,
	vote,
	type PollMessage,
} from '../messaging/polls.mts';
import { newTraceId } from '../random.mts';
import type { Poll } from '../state/polls.mts';
import { chatById, contactIn, messageById } from './lookup.mts';
import { ControlError, fields, verb, type Verb } from './verb.mts';

const options = z.array(z.string().min(1));

const poll = z
	.object({ chat_id: fields.id, from: fields.handle.optional(), options: options.min(2) })
	.strict();

const more = z
	.object({ message_id: fields.id, from: fields.handle.optional(), options: options.min(1) })
	.strict();

const ballot = z
	.object({
		message_id: fields.id,
		from: fields.handle.optional(),
		option_id: fields.id,
		operation: z.enum(['add', 'remove']).default('add'),
	})
	.strict();

/** A contact sends a poll, adds to one, votes. */
export const pollVerbs: Verb[] = [
	verb('POST', '/poll', poll, (input, world) => {
		const chat = chatById(world, input.chat_id);
		const sender = contactIn(chat, input.from);
		const at = world.isoNow();
		const content: Poll = { options: newOptions(input.options, sender), reactions: [] };
		const message = world.state.messages.add({
			chatId: chat.id,
			direction: 'inbound',
			sender,
			parts: [],
			poll: content,
			traceId: newTraceId(),
			status: 'received',
			service: chat.service,
			createdAt: at,
			sentAt: at,
		});
		world.state.chats.touch(chat, at);
		publishPollReceived(world, chat, message as PollMessage);
		return { message_id: message.id, options: content.options };
	}),

	verb('POST', '/poll/options', more, (input, world) => {
		const { message, chat } = messageById(world, input.message_id);
		const by = contactIn(chat, input.from);
		const asked = pollOf(message);
		addOptions(world, chat, asked, input.options, by, newTraceId());
		return { options: asked.poll.options };
	}),

	verb('POST', '/vote', ballot, (input, world) => {
		const { message, chat } = messageById(world, input.message_id);
		const asked = pollOf(message);
		const known = vote(world, chat, asked, {
			optionId: input.option_id,
			operation: input.operation,
			by: contactIn(chat, input.from),
			traceId: newTraceId(),
		});
		if (!known) throw new ControlError(`The poll has no option ${input.option_id}.`, 404);
		return { options: asked.poll.options };
	}),
];

function pollOf(message: { id: string; poll: Poll | null }): PollMessage {
	if (!message.poll) throw new ControlError(`Message ${message.id} is not a poll.`);
	return message as PollMessage;
}
