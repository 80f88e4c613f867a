import { z } from 'zod';

/**
 * What every delivery looks like (contract/events.md). Only what the trigger itself reads is
 * required; fields and events that Linq adds later pass through.
 */
const envelope = z
	.object({
		event_type: z.string(),
		event_id: z.string(),
		data: z.record(z.unknown()),
	})
	.passthrough();

export type Envelope = z.infer<typeof envelope>;

/** The envelope of a delivery; undefined when the body is something else. */
export function readEnvelope(body: unknown): Envelope | undefined {
	return envelope.safeParse(body).data;
}
