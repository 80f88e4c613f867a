import { z } from 'zod';

/**
 * The shape of every delivery (contract/events.md). Only fields that the trigger itself reads are
 * required; fields and events that Linq adds later pass through.
 */
const envelope = z
	.object({
		event_type: z.string().min(1),
		/** The same on every try (contract/behaviour.md, section 11). */
		event_id: z.string().min(1),
		created_at: z.string().nullish(),
		data: z
			.record(z.unknown())
			.nullish()
			.transform((data) => data ?? {}),
	})
	.passthrough();

export type Envelope = z.infer<typeof envelope>;

/**
 * Reads a delivery out of its bytes, once they are verified. n8n's own parsing of the body depends
 * on headers, which nobody signs.
 *
 * @returns undefined when it is something else
 */
export function readEnvelope(rawBody: Buffer): Envelope | undefined {
	try {
		return envelope.safeParse(JSON.parse(rawBody.toString())).data;
	} catch {
		return undefined;
	}
}
