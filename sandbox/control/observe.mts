import { z } from 'zod';
import type { RecordedRequest } from '../record.mts';
import type { Attachment } from '../state/attachments.mts';
import type { Delivery } from '../webhooks/deliveries.mts';
import { ControlError, verb, type Verb } from './verb.mts';

const limit = z.coerce.number().int().min(1).max(100_000).default(1_000);

const requests = z
	.object({
		operation_id: z.string().optional(),
		chat_id: z.string().optional(),
		method: z.string().optional(),
		limit,
	})
	.strict();

const deliveries = z
	.object({
		event_type: z.string().optional(),
		subscription_id: z.string().optional(),
		state: z.enum(['pending', 'delivered', 'failed']).optional(),
		limit,
	})
	.strict();

const nothing = z.object({}).strict();

const numbered = z.object({ number: z.coerce.number().int() }).strict();

/** Shows what happened: requests, webhook deliveries, lines. Lists are newest last. */
export const observeVerbs: Verb[] = [
	verb('GET', '/requests', requests, (input, world) => ({
		requests: world.record
			.all()
			.filter(
				(request) =>
					(input.operation_id === undefined || request.operationId === input.operation_id) &&
					(input.chat_id === undefined || request.chatId === input.chat_id) &&
					(input.method === undefined || request.method === input.method.toUpperCase()),
			)
			.slice(-input.limit)
			.map(renderRequest),
	})),

	verb('GET', '/deliveries', deliveries, (input, world) => ({
		deliveries: world.deliveries
			.all()
			.filter(
				(delivery) =>
					(input.event_type === undefined || delivery.event_type === input.event_type) &&
					(input.subscription_id === undefined ||
						delivery.subscription_id === input.subscription_id) &&
					(input.state === undefined || delivery.state === input.state),
			)
			.slice(-input.limit)
			.map(renderDelivery),
	})),

	verb('GET', '/requests/:number', numbered, (input, world) => {
		const request = world.record.all().findLast(({ number }) => number === input.number);
		if (!request) throw new ControlError(`There is no request ${input.number} any more.`, 404);
		return renderRequest(request);
	}),

	verb('GET', '/deliveries/:number', numbered, (input, world) => {
		const delivery = world.deliveries.all().findLast(({ number }) => number === input.number);
		if (!delivery) throw new ControlError(`There is no delivery ${input.number} any more.`, 404);
		return renderDelivery(delivery);
	}),

	verb('GET', '/files', nothing, (_input, world) => ({
		files: world.state.attachments.all().map(renderFile),
	})),

	verb('GET', '/lines', nothing, (_input, world) => ({
		lines: world.state.lines.all().map((line) => ({
			id: line.id,
			phone_number: line.phoneNumber,
			type: line.kind,
			status: line.status,
			reputation: line.reputation,
			forwarding_number: line.forwardingNumber,
		})),
		contacts: world.state.contacts.all(),
	})),
];

/** A file as it was announced, and what has come of it. */
const renderFile = ({
	id,
	filename,
	contentType,
	sizeBytes,
	bytes,
	nature,
}: Attachment): object => ({
	attachment_id: id,
	filename,
	content_type: contentType,
	size_bytes: bytes?.length ?? sizeBytes,
	uploaded: bytes !== null,
	type: nature?.type ?? null,
	accepted: nature?.isTaken ?? null,
	duration_ms: nature?.durationMs ?? null,
});

const renderDelivery = ({ body, ...delivery }: Delivery): object => ({
	...delivery,
	payload: parsed(body),
});

function renderRequest(request: RecordedRequest): object {
	const headers = { ...request.headers };
	delete headers.authorization;
	return {
		number: request.number,
		at: request.at,
		method: request.method,
		path: request.path,
		operation_id: request.operationId ?? null,
		chat_id: request.chatId ?? null,
		status: request.status,
		ms: request.ms,
		idempotency_key: request.idempotencyKey ?? null,
		replayed: request.replayed,
		fault: request.fault ?? null,
		processed: request.processed,
		trace_id: request.traceId,
		headers,
		request_body: parsed(request.requestBody),
		response_body: parsed(request.responseBody),
	};
}

function parsed(text: string): unknown {
	if (text === '') return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
