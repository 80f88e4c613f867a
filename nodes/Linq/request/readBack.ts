import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { z } from 'zod';

import { CREDENTIAL } from './client';
import { clock } from './clock';
import type { PreparedRequest } from './deliver';
import type { Delivery } from './delivery';

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

/**
 * Looks for a voice memo of which nobody knows whether it went out: Linq takes no idempotency key
 * for it, but shows it in its chat (contract/behaviour.md, sections 5 and 8).
 *
 * @param startedAt when its first request was made, by our clock
 * @returns the items that the answer would have given; undefined when it is not there, which does
 *   not prove that it will not come
 */
export async function findVoiceMemo(
	context: IExecutePaginationFunctions,
	{ turn, route }: Delivery,
	request: PreparedRequest,
	startedAt: number,
): Promise<INodeExecutionData[] | undefined> {
	if (!route.path.endsWith(VOICE_MEMO)) return undefined;
	const { url = '', baseURL } = request.options;
	const read = page.safeParse(
		await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, {
			...pick(request.options),
			method: 'GET',
			baseURL,
			url: url.replace(/voicememo$/, 'messages'),
			qs: { limit: 100 },
			json: true,
			returnFullResponse: true,
		}),
	);
	if (!read.success) return undefined;
	// Both times are Linq's, so that our own clock need not be right.
	const since = Date.parse(read.data.headers.date) - (clock.now() - startedAt) - CLOCK_STEP;
	const known = turn.lane?.sentIds;
	const found = read.data.body.messages
		.map((entry) => message.safeParse(entry).data)
		.find(
			(entry) =>
				entry?.is_from_me &&
				Date.parse(entry.created_at) >= since &&
				!known?.has(entry.id) &&
				entry.parts.length === 1 &&
				entry.parts[0]?.mime_type?.startsWith('audio/'),
		);
	if (!found) return undefined;
	const { id, created_at, delivery_status: status, service, parts } = found;
	return [
		{ json: { id, created_at, status, service, voice_memo: parts[0] as IDataObject, found: true } },
	];
}

/** Keeps the ids of voice memos of a chat, so that one is not taken for the next. */
export function rememberSent({ turn, route }: Delivery, outputs: INodeExecutionData[]): void {
	if (!turn.lane || !route.path.endsWith(VOICE_MEMO)) return;
	turn.lane.sentIds ??= new Set();
	for (const { json } of outputs) turn.lane.sentIds.add(String(json.id));
}

const VOICE_MEMO = '/voicememo';

/** What the user set under Request Options counts for the look, too. */
const pick = ({
	proxy,
	timeout,
	skipSslCertificateValidation,
}: PreparedRequest['options']): Partial<IHttpRequestOptions> => ({
	proxy,
	timeout,
	skipSslCertificateValidation: skipSslCertificateValidation === true,
});
