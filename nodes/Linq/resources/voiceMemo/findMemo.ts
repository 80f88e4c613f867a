import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { UnansweredRequest } from '../../operation';
import { clock } from '../../send/clock';

/** A message of a chat, as far as it tells a voice memo (contract/openapi.yaml, Message). */
const message = z.object({
	id: z.string(),
	created_at: z.string(),
	is_from_me: z.boolean(),
	delivery_status: z.string(),
	service: z.string().nullish(),
	parts: z.array(z.object({ type: z.string(), mime_type: z.string().optional() }).passthrough()),
});

const page = z.object({
	headers: z.object({ date: z.string() }),
	body: z.object({ messages: z.array(message.or(z.object({}).passthrough())) }),
});

/** Milliseconds by which Linq's clock in a header, which counts whole seconds, can be off. */
const CLOCK_STEP = 2_000;

/** Looks for the memo among the messages of its chat. */
export async function findMemo(request: UnansweredRequest): Promise<IDataObject | undefined> {
	const messages = request.url.replace(/voicememo$/, 'messages');
	const read = await request.read(messages, page, { limit: 100 });
	if (!read) return undefined;
	// Both times are Linq's, so that our own clock need not be right.
	const since = Date.parse(read.headers.date) - (clock.now() - request.startedAt) - CLOCK_STEP;
	const found = read.body.messages
		.map((entry) => message.safeParse(entry).data)
		.find(
			(entry) =>
				entry?.is_from_me &&
				Date.parse(entry.created_at) >= since &&
				!request.isKnown(entry.id) &&
				entry.parts.length === 1 &&
				entry.parts[0]?.mime_type?.startsWith('audio/'),
		);
	if (!found) return undefined;
	const { id, created_at, delivery_status: status, service, parts } = found;
	return { id, created_at, status, service, voice_memo: parts[0] as IDataObject };
}
