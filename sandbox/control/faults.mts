import { z } from 'zod';
import { ControlError, fields, verb, type Verb } from './verb.mts';

/** In plain words, for the page. */
const name = z.string().min(1).max(80).optional();

/** Effects of a fault; it needs one of them. */
const EFFECTS = ['status', 'delay_ms', 'answer_delay_ms', 'reset', 'body', 'html'] as const;

const rule = z
	.object({
		name,
		operation_id: z.string().min(1).optional(),
		chat_id: z.string().min(1).optional(),
		to: fields.handle.optional(),
		times: z.number().int().min(1).optional(),
		share: z.number().min(0).max(1).optional(),
		seed: z.number().int().optional(),
		status: z.number().int().min(400).max(599).optional(),
		code: z.number().int().optional(),
		retry_after: z.number().int().min(0).optional(),
		delay_ms: z.number().int().min(0).optional(),
		answer_delay_ms: z.number().int().min(0).optional(),
		reset: z.enum(['before', 'middle', 'after']).optional(),
		body: z.string().optional(),
		html: z.boolean().optional(),
	})
	.strict()
	.refine((one) => EFFECTS.some((effect) => one[effect] !== undefined), {
		message: `say what goes wrong: ${EFFECTS.map((effect) => `"${effect}"`).join(', ')}`,
	});

const failure = z
	.object({
		name,
		chat_id: fields.id.optional(),
		to: fields.handle.optional(),
		code: z.number().int().default(4001),
		reason: z.string().min(1).default('Delivery failed'),
		/** Null: all until it is removed. */
		times: z.number().int().min(1).nullable().default(1),
	})
	.strict();

const nothing = z.object({}).strict();

/** Makes API requests, or the delivery of messages, go wrong. */
export const faultVerbs: Verb[] = [
	verb('POST', '/faults', rule, (input, world) => world.faults.add(input)),
	verb('GET', '/faults', nothing, (_input, world) => ({ faults: world.faults.all() })),
	verb('DELETE', '/faults', nothing, (_input, world) => {
		world.faults.clear();
		return { faults: [] };
	}),
	verb('DELETE', '/faults/:id', z.object({ id: z.string() }).strict(), ({ id }, world) => {
		if (!world.faults.remove(id)) throw new ControlError(`There is no fault ${id}.`, 404);
		return { faults: world.faults.all() };
	}),
	verb('POST', '/failures', failure, ({ to, chat_id, times, ...rest }, world) => {
		const { failures } = world.state;
		const added = failures.add({ ...rest, times: times ?? undefined, handle: to, chatId: chat_id });
		return { id: added.id, times, code: rest.code };
	}),
	verb('GET', '/failures', nothing, (_input, world) => ({ failures: world.state.failures.all() })),
	verb('DELETE', '/failures/:id', z.object({ id: z.string() }).strict(), ({ id }, world) => {
		if (!world.state.failures.remove(id)) throw new ControlError(`There is no failure ${id}.`, 404);
		return { failures: world.state.failures.all() };
	}),
];
