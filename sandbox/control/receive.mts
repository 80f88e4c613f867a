import { z } from 'zod';
import { ApiError } from '../contract/errors.mts';
import { buildParts } from '../messaging/parts.mts';
import { receive } from '../messaging/receive.mts';
import type { PartRequest } from '../messaging/requests.mts';
import { ownHandle, type Chat } from '../state/chats.mts';
import type { Part } from '../wire.mts';
import type { World } from '../world.mts';
import { chatById, contactIn } from './lookup.mts';
import { ControlError, fields, verb, type Verb } from './verb.mts';

const place = z.number().int().min(0);

const hasItsRange = (part: PartRequest): boolean => {
	if (part.type !== 'text' || !part.mention_range) return true;
	const [start, end] = part.mention_range;
	return part.mention !== undefined && start < end && end <= part.value.length;
};

const part = z.discriminatedUnion('type', [
	z
		.object({
			type: z.literal('text'),
			value: z.string().min(1),
			mention: fields.handle.optional(),
			mention_range: z.tuple([place, place]).optional(),
		})
		.strict(),
	z.object({ type: z.literal('link'), value: z.string().url() }).strict(),
	z
		.object({
			type: z.literal('media'),
			url: z.string().url().optional(),
			attachment_id: fields.id.optional(),
		})
		.strict(),
]);

const message = z
	.object({
		from: fields.handle,
		to: fields.phone.optional(),
		text: z.string().min(1).optional(),
		parts: z
			.array(part)
			.min(1)
			.refine((parts) => (parts as PartRequest[]).every(hasItsRange), {
				message: '"mention_range" is a place in the text, beside "mention"',
			})
			.optional(),
		chat_id: fields.id.optional(),
		service: fields.service.optional(),
		reply_to: z
			.object({ message_id: fields.id, part_index: z.number().int().min(0).default(0) })
			.optional(),
	})
	.strict()
	.refine((input) => (input.text === undefined) !== (input.parts === undefined), {
		message: 'give either "text" or "parts"',
	});

/** A contact texts a line. */
export const receiveVerbs: Verb[] = [
	verb('POST', '/receive', message, (input, world) => {
		const line = input.to ?? world.state.lines.all()[0]?.phoneNumber ?? '';
		if (!world.state.lines.byNumber(line)) throw new ControlError(`${line} is no line.`, 404);
		const chat = input.chat_id === undefined ? undefined : chatById(world, input.chat_id);
		if (chat) contactIn(chat, input.from);
		const received = receive(world, {
			from: input.from,
			chat,
			line: chat ? ownHandle(chat).handle : line,
			service: input.service,
			parts: partsOf(world, chat, input),
			replyTo: input.reply_to,
		});
		if (!received) return { dropped: true, reason: `${input.from} is blocked.` };
		return { chat_id: received.chat.id, message_id: received.message.id };
	}),
];

function partsOf(
	world: World,
	chat: Chat | undefined,
	{ from, text = '', parts = [{ type: 'text', value: text }] }: z.output<typeof message>,
): Part[] {
	try {
		// Mentions are the only parts that need the chat, and there are none in a direct one.
		return buildParts(world, chat ?? ({ isGroup: false } as Chat), parts as PartRequest[], from);
	} catch (error) {
		if (error instanceof ApiError) throw new ControlError(`${error.message}.`);
		throw error;
	}
}
