import { z } from 'zod';
import { eventTypes } from '../api/webhooks.mts';
import { loadExample } from '../contract/document.mts';
import { newTraceId } from '../random.mts';
import { ControlError, fields, verb, type Verb } from './verb.mts';

const event = z
	.object({
		event_type: z.string().min(1),
		/** Default: that of the contract's example. */
		data: z.record(z.unknown()).optional(),
		/** The line it happens on; absent: it reaches every subscription to its type. */
		line: fields.phone.optional(),
	})
	.strict();

const OLD_EXAMPLES = ['message.sent', 'message.received', 'message.delivered', 'message.read'];

/** Fires any of the 75 events, so that a workflow can be tried with each. */
export const eventVerbs: Verb[] = [
	verb('POST', '/events', event, (input, world) => {
		const type = input.event_type;
		if (!eventTypes().includes(type)) throw new ControlError(`There is no event ${type}.`, 404);
		const before = world.deliveries.all().at(-1)?.number ?? 0;
		const data = input.data ?? dataOf(`webhooks/${type}`);
		const old =
			!input.data && OLD_EXAMPLES.includes(type)
				? dataOf(`webhooks-2025-01-01/${type}`)
				: undefined;
		world.publish({ type, line: input.line, traceId: newTraceId(), data, data2025: old });
		const sent = world.deliveries.all().filter((delivery) => delivery.number > before);
		return { event_type: type, deliveries: sent.length };
	}),
];

const dataOf = (example: string): unknown => (loadExample(example) as { data: unknown }).data;
