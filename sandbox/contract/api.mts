import { OpenAPIBackend, type Document } from 'openapi-backend';
import { ajvFor } from './validation.mts';
import { loadContract, type ContractOperation } from './document.mts';
import { ApiError, type ErrorCase } from './errors.mts';
import { requestError } from './requestErrors.mts';
import { operations } from '../api/index.mts';
import type { Answer, Call } from '../api/operation.mts';
import type { World } from '../world.mts';

/** An HTTP request as the contract's router takes it. */
export interface ApiRequest {
	method: string;
	/** Below `/api/partner`, e.g. `/v3/chats`. */
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string | string[]>;
	/** Parsed JSON, or the text itself where it does not parse, or undefined where there is none. */
	body: unknown;
}

/** The request's own circumstances, passed through the router to the operation. */
export interface Exchange {
	world: World;
	traceId: string;
	request: ApiRequest;
}

/** The contract as a running API: routes, checks requests, calls operations, checks answers. */
export interface Api {
	/** The operation a request is for, or undefined where the contract has no such route. */
	match(method: string, path: string): ContractOperation | undefined;
	handle(exchange: Exchange): Promise<Answer>;
	/** How an answer violates the contract, in words; undefined if it does not. */
	faultsOf(operationId: string, answer: Answer, traceId: string): string | undefined;
	/** Query parameters that are lists; Linq takes them repeated or joined by commas. */
	listParameters: ReadonlySet<string>;
}

/** The error for an id that nothing has, by the kind of thing the id stands for. */
const NOT_FOUND: Record<string, ErrorCase> = {
	chatId: '2001',
	messageId: '2002',
	reactionId: '2002',
	attachmentId: '2003',
	subscriptionId: '2010',
	phoneNumberId: '2019',
	phoneNumber: '2019',
	paymentRequestId: '2021',
};

let loaded: Promise<Api> | undefined;

/**
 * Loads the contract once a process and compiles its schemas as they are first needed, so that many
 * sandboxes can be started in one test run. It holds no state of any sandbox.
 */
export function loadApi(): Promise<Api> {
	loaded ??= build();
	return loaded;
}

async function build(): Promise<Api> {
	const document = loadContract();
	const backend = new OpenAPIBackend({
		definition: document as unknown as Document,
		quick: true,
		strict: true,
		coerceTypes: true,
		customizeAjv: ajvFor,
		handlers: {
			notFound: (_context, { request }: Exchange) => {
				throw new ApiError('2001', `no route ${request.method} ${request.path}`);
			},
			notImplemented: (context, { traceId }: Exchange) => ({
				status: 501,
				body: {
					success: false,
					error: {
						status: 501,
						code: 3006,
						message: `The sandbox does not answer ${context.operation.operationId ?? ''} yet`,
					},
					trace_id: traceId,
				},
			}),
			unauthorizedHandler: () => {
				throw new ApiError('2004');
			},
			validationFail: (context, { request }: Exchange) => {
				const responses = context.operation.responses ?? {};
				const errors = context.validation.errors ?? [];
				const id = /^\/path\/(\w+)$/.exec(errors[0]?.instancePath ?? '')?.[1];
				// Where the contract lists no 400, a malformed id is simply one that nothing has.
				if (id && !('400' in responses)) throw new ApiError(NOT_FOUND[id] ?? '2001');
				throw requestError(errors, request.body);
			},
		},
		securityHandlers: {
			BearerAuth: (_context, { world, request }: Exchange) =>
				request.headers.authorization === `Bearer ${world.settings.token}`,
		},
	});
	await backend.init();
	for (const [operationId, run] of Object.entries(operations)) {
		backend.register(operationId, (context, exchange: Exchange) => {
			const call: Call = {
				operationId,
				params: context.request.params as Record<string, string>,
				query: context.request.query as Record<string, unknown>,
				headers: exchange.request.headers,
				body: context.request.requestBody as unknown,
				traceId: exchange.traceId,
			};
			return run(call, exchange.world);
		});
	}
	rememberOperations(backend);

	return {
		match: (method, path) =>
			backend.router.matchOperation({ method, path, headers: {} }) as ContractOperation | undefined,
		handle: (exchange) =>
			backend.handleRequest(exchange.request, exchange) as Promise<Answer>,
		faultsOf: (operationId, answer, traceId) =>
			answerFaults(backend, operationId, answer, traceId),
		listParameters: listParameters(document.paths),
	};
}

/** The router rebuilds its list of operations for each request; once is enough. */
function rememberOperations(backend: OpenAPIBackend): void {
	const list = backend.router.getOperations();
	const byId = new Map(list.map((operation) => [operation.operationId, operation]));
	backend.router.getOperations = () => list;
	backend.router.getOperation = (operationId) => byId.get(operationId);
}

function listParameters(paths: Record<string, Record<string, ContractOperation>>): Set<string> {
	const names = Object.values(paths)
		.flatMap((item) => Object.values(item))
		.flatMap((operation) => operation.parameters ?? [])
		.filter((parameter) => parameter.in === 'query' && parameter.schema.type === 'array')
		.map((parameter) => parameter.name);
	return new Set(names);
}

function answerFaults(
	backend: OpenAPIBackend,
	operationId: string,
	answer: Answer,
	traceId: string,
): string | undefined {
	const operation = backend.router.getOperation(operationId);
	const responses = operation?.responses ?? {};
	// 400 for a malformed request and 501 are the sandbox's own; all else must stand in the contract.
	if (!(String(answer.status) in responses)) {
		return answer.status === 400 || answer.status === 501
			? undefined
			: `#/paths/${operationId}/responses has no ${answer.status}`;
	}
	// JSON as it goes out: what is undefined is left out, dates are strings.
	const body: unknown =
		answer.body === undefined ? null : JSON.parse(JSON.stringify(answer.body));
	const result = backend.validator.validateResponse(body, operationId, answer.status);
	const headers = backend.validator.validateResponseHeaders(
		{ 'x-trace-id': traceId, ...answer.headers },
		operationId,
		{ statusCode: answer.status },
	);
	const errors = [...(result.errors ?? []), ...(headers.errors ?? [])];
	if (errors.length === 0) return undefined;
	return errors
		.slice(0, 5)
		.map((error) => `${error.instancePath || '/'} ${error.message ?? ''} (${error.schemaPath})`)
		.join('; ');
}
