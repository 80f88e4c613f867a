import type { FastifyReply, FastifyRequest } from 'fastify';
import { causedBy, describeRequest } from '../cause.mts';
import type { Answer } from '../api/operation.mts';
import { loadApi, type Api, type ApiRequest } from '../contract/api.mts';
import { ApiError, errorBody } from '../contract/errors.mts';
import type { Fault } from '../faults.mts';
import { newTraceId } from '../random.mts';
import type { RecordedRequest } from '../record.mts';
import type { World } from '../world.mts';
import { cut, faultAnswer, pause } from './faultAnswers.mts';

/** Where Linq's API lives below the host (contract/openapi.yaml, `servers`). */
export const API_PREFIX = '/api/partner';

/** Whether a URL is one of the API's, known or not. */
export const isApiUrl = (url: string): boolean =>
	url.startsWith(API_PREFIX) && /^([/?#]|$)/.test(url.slice(API_PREFIX.length));

/**
 * Answers a request to the API.
 *
 * @param refusal what made it unreadable, if anything did
 */
export type AnswerApi = (
	request: FastifyRequest,
	reply: FastifyReply,
	refusal?: ApiError,
) => Promise<unknown>;

/**
 * Makes the contract's API of a sandbox: fault, routing, token, checks, operation, check of the
 * answer, record.
 */
export async function apiOf(world: World): Promise<AnswerApi> {
	const api = await loadApi();
	return (request, reply, refusal) => exchange(api, world, request, reply, refusal);
}

async function exchange(
	api: Api,
	world: World,
	raw: FastifyRequest,
	reply: FastifyReply,
	refusal: ApiError | undefined,
): Promise<unknown> {
	const started = performance.now();
	const traceId = newTraceId();
	const text = Buffer.isBuffer(raw.body) ? raw.body.toString('utf8') : '';
	const request = readRequest(api, raw, text);
	const route = api.match(request.method, request.path);
	const operationId = route?.operationId;
	const chatId = /^\/v3\/chats\/([^/]+)/.exec(request.path)?.[1];
	const recorded = world.record.add({
		at: world.isoNow(),
		method: request.method,
		path: raw.url.slice(API_PREFIX.length),
		operationId,
		chatId,
		status: 0,
		ms: 0,
		idempotencyKey: keyOf(request),
		replayed: false,
		fault: undefined,
		processed: false,
		traceId,
		headers: request.headers,
		requestBody: text,
		responseBody: '',
	});
	const finish = (answer: Answer): Answer => {
		recorded.status = answer.status;
		recorded.ms = Math.round(performance.now() - started);
		recorded.responseBody = textOf(answer.body);
		return answer;
	};

	const fault = world.faults.take({ operationId, chatId, to: recipientsOf(request.body) });
	if (fault) {
		recorded.fault = fault.id;
		await pause(fault.delay_ms);
		// The body is there by now, so its middle is no other place than its end.
		if (fault.reset === 'before' || fault.reset === 'middle') return cut(raw, reply);
		const injected = faultAnswer(fault, traceId);
		if (injected) return send(reply, finish(injected), recorded, fault);
	}

	const cause = describeRequest(request.method, recorded.path, text);
	const answer = finish(
		await causedBy(cause, () => process(api, world, request, operationId, recorded, refusal)),
	);
	await pause(fault?.answer_delay_ms);
	if (fault?.reset === 'after') {
		recorded.status = 0;
		recorded.responseBody = '';
		return cut(raw, reply);
	}
	if (fault?.body !== undefined) recorded.responseBody = fault.body;
	return send(reply, answer, recorded);
}

async function process(
	api: Api,
	world: World,
	request: ApiRequest,
	operationId: string | undefined,
	recorded: RecordedRequest,
	refusal: ApiError | undefined,
): Promise<Answer> {
	const { traceId } = recorded;
	const answer = await run(api, world, request, operationId, traceId, refusal);
	recorded.processed = true;
	recorded.replayed = answer.replayed ?? false;
	if (!world.settings.validateAnswers || operationId === undefined) return answer;
	const broken = api.faultsOf(operationId, answer, traceId);
	if (broken === undefined) return answer;
	const message = `The sandbox's ${answer.status} to ${operationId} breaks the contract: ${broken}`;
	return { status: 500, body: errorBody({ status: 500, code: 3006, message }, traceId) };
}

async function run(
	api: Api,
	world: World,
	request: ApiRequest,
	operationId: string | undefined,
	traceId: string,
	refusal: ApiError | undefined,
): Promise<Answer> {
	try {
		if (refusal) throw refusal;
		checkPath(request.path);
		if (operationId !== undefined) checkMediaType(request);
		return await api.handle({ world, traceId, request });
	} catch (error) {
		if (!(error instanceof ApiError)) {
			world.report(error);
			const message = `The sandbox failed: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`;
			return { status: 500, body: errorBody({ status: 500, code: 3006, message }, traceId) };
		}
		return {
			status: error.status,
			body: errorBody(error, traceId),
			...(error.retryAfter === undefined
				? {}
				: { headers: { 'Retry-After': String(error.retryAfter) } }),
		};
	}
}

function send(
	reply: FastifyReply,
	answer: Answer,
	{ traceId, responseBody: text }: RecordedRequest,
	fault?: Fault,
): FastifyReply {
	void reply
		.code(answer.status)
		.header('X-Trace-ID', traceId)
		.headers(answer.headers ?? {});
	if (fault?.html) return reply.type('text/html; charset=utf-8').send(text);
	if (answer.body === undefined) return reply.send();
	return reply.type('application/json; charset=utf-8').send(text);
}

function textOf(body: unknown): string {
	if (body === undefined) return '';
	return typeof body === 'string' ? body : JSON.stringify(body);
}

function readRequest(api: Api, raw: FastifyRequest, text: string): ApiRequest {
	const [path = '', search = ''] = raw.url.slice(API_PREFIX.length).split('?', 2);
	const headers: Record<string, string | string[]> = {};
	for (const [name, value] of Object.entries(raw.headers)) if (value) headers[name] = value;
	return {
		method: raw.method,
		path,
		query: readQuery(api, new URLSearchParams(search)),
		headers,
		body: parseBody(text),
	};
}

function readQuery(api: Api, search: URLSearchParams): Record<string, string | string[]> {
	const query: Record<string, string | string[]> = {};
	for (const name of new Set(search.keys())) {
		const values = search.getAll(name);
		const list = api.listParameters.has(name)
			? values.flatMap((value) => value.split(','))
			: values;
		const [only] = list;
		query[name] = list.length === 1 && only !== undefined ? only : list;
	}
	return query;
}

/** Text that is no JSON stays text: the contract's check turns it into 400/1003. */
function parseBody(text: string): unknown {
	if (text === '') return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** @throws ApiError 400/1005 for a path that cannot be decoded */
function checkPath(path: string): void {
	try {
		decodeURIComponent(path);
	} catch {
		throw new ApiError('1005', 'the path is not percent-encoded correctly');
	}
}

/** @throws ApiError 400/1003 for a body that is not sent as JSON (behaviour.md section 2) */
function checkMediaType(request: ApiRequest): void {
	const type = request.headers['content-type'];
	if (request.body === undefined || /^application\/json\b/i.test(String(type))) return;
	throw new ApiError('1003', 'Content-Type must be application/json');
}

function keyOf(request: ApiRequest): string | undefined {
	const header = request.headers['idempotency-key'];
	if (typeof header === 'string') return header;
	const body = request.body as
		| { message?: { idempotency_key?: unknown }; poll?: { idempotency_key?: unknown } }
		| null
		| undefined;
	const key = body?.message?.idempotency_key ?? body?.poll?.idempotency_key;
	return typeof key === 'string' ? key : undefined;
}

function recipientsOf(body: unknown): string[] {
	const to = (body as { to?: unknown } | null | undefined)?.to;
	return Array.isArray(to) ? to.filter((entry) => typeof entry === 'string') : [];
}
