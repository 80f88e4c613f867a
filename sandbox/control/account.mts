import { z } from 'zod';
import { newId, newTraceId } from '../random.mts';
import { chatById } from './lookup.mts';
import { ControlError, fields, verb, type Verb } from './verb.mts';

const line = z
	.object({
		phone_number: fields.phone,
		/** Of a new line. */
		type: z.enum(['iMessage', 'RCS']).default('iMessage'),
		status: z.enum(['ACTIVE', 'FLAGGED']).optional(),
		reputation: z.enum(['HEALTHY', 'AT_RISK', 'CRITICAL']).optional(),
	})
	.strict();

const contact = z
	.object({
		handle: fields.handle,
		name: z.string().optional(),
		services: z.array(fields.service).min(1),
	})
	.strict();

const card = z
	.object({
		from: fields.handle,
		to: fields.phone.optional(),
		first_name: z.string().min(1),
		last_name: z.string().default(''),
		media_url: z.string().url().nullable().default(null),
	})
	.strict();

const health = z
	.object({ chat_id: fields.id, status: z.enum(['HEALTHY', 'AT_RISK', 'CRITICAL']) })
	.strict();

/** Lines, chats and contacts: what they can do, how they are, and the cards that contacts share. */
export const accountVerbs: Verb[] = [
	verb('POST', '/lines', line, (input, world) => {
		const known = world.state.lines.byNumber(input.phone_number);
		const changed_at = world.isoNow();
		const common = { line: input.phone_number, traceId: newTraceId() };
		if (!known) {
			world.state.lines.add({
				id: newId(),
				phoneNumber: input.phone_number,
				kind: input.type,
				status: input.status ?? 'ACTIVE',
				reputation: input.reputation ?? 'HEALTHY',
				forwardingNumber: null,
			});
			const data = { phone_number: input.phone_number, changed_at };
			world.publish({ type: 'phone_number.assigned', ...common, data });
			return { assigned: input.phone_number };
		}
		const before = { status: known.status, reputation: known.reputation };
		known.status = input.status ?? known.status;
		known.reputation = input.reputation ?? known.reputation;
		world.publish({
			type: 'phone_number.status_updated',
			...common,
			data: {
				phone_number: known.phoneNumber,
				previous_status: before.status,
				new_status: known.status,
				previous_reputation: before.reputation,
				new_reputation: known.reputation,
				changed_at,
			},
		});
		return { phone_number: known.phoneNumber, status: known.status, reputation: known.reputation };
	}),

	verb('POST', '/contacts', contact, (input, world) => {
		world.state.contacts.set(input);
		return input;
	}),

	verb('POST', '/health', health, ({ chat_id, status }, world) => {
		const chat = chatById(world, chat_id);
		chat.health = { status, updated_at: world.isoNow() };
		return { chat_id, status };
	}),

	verb('POST', '/contact_card', card, ({ from, to, ...names }, world) => {
		const owner = to ?? world.state.lines.all()[0]?.phoneNumber ?? '';
		if (!world.state.lines.byNumber(owner)) throw new ControlError(`${owner} is no line.`, 404);
		world.publish({
			type: 'contact_card.received',
			line: owner,
			traceId: newTraceId(),
			data: { owner_handle: owner, sender_handle: from, ...names },
		});
		return { from, to: owner };
	}),
];
