import { newId } from '../random.mts';
import type { WebhookVersion } from '../state/subscriptions.mts';

/** Something that happened, before it is put into an envelope. */
export interface NewEvent {
	type: string;
	/** The line it happened on; account events have none and go to all subscriptions. */
	line?: string;
	chatId?: string;
	traceId: string;
	/** Payload in version 2026-02-03. */
	data: unknown;
	/** Payload in version 2025-01-01: null is not delivered there, absent is the same as `data`. */
	data2025?: unknown;
}

/** The envelope of all events (contract/events.md). */
export interface Envelope {
	api_version: 'v3';
	webhook_version: WebhookVersion;
	event_type: string;
	event_id: string;
	created_at: string;
	trace_id: string;
	partner_id: string;
	data: unknown;
}

export const PARTNER_ID = 'sandbox-partner';

/**
 * Wraps an event for one subscription.
 *
 * @returns null when the version does not know the event
 */
export function envelope(
	event: NewEvent,
	version: WebhookVersion,
	createdAt: string,
	eventId: string = newId(),
): Envelope | null {
	const data =
		version === '2025-01-01' && event.data2025 !== undefined ? event.data2025 : event.data;
	if (data === null) return null;
	return {
		api_version: 'v3',
		webhook_version: version,
		event_type: event.type,
		event_id: eventId,
		created_at: createdAt,
		trace_id: event.traceId,
		partner_id: PARTNER_ID,
		data,
	};
}
