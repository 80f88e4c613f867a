import fastify, {
	type FastifyError,
	type FastifyInstance,
	type FastifyReply,
	type FastifyRequest,
} from 'fastify';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { ApiError, errorBody } from '../contract/errors.mts';
import { newTraceId } from '../random.mts';
import { API_PREFIX, isApiUrl, type AnswerApi } from './api.mts';

/** Most bytes of an API or control request: 100 texts of 10,000 characters, and some. */
const LARGEST_BODY = 8 * 1024 * 1024;

/**
 * The server of API and control side. It hands bodies on as they are: what is JSON and what is not,
 * the contract decides. What it cannot read or does not know is refused as its caller expects: in
 * Linq's envelope below the API, as `{"error": "a sentence"}` elsewhere.
 *
 * @param report is told what failed inside
 */
export function apiServer(answerApi: AnswerApi, report: (error: unknown) => void): FastifyInstance {
	const app = fastify({
		bodyLimit: LARGEST_BODY,
		forceCloseConnections: true,
		keepAliveTimeout: 72_000,
		routerOptions: { maxParamLength: 1_000 },
		// A path that the router cannot read; the API itself says what is wrong with it.
		frameworkErrors: (error, request: FastifyRequest, reply: FastifyReply) => {
			if (isApiUrl(request.url)) void answerApi(request, reply);
			else void reply.code(400).send({ error: error.message });
		},
		clientErrorHandler: refuseConnection,
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	app.all(`${API_PREFIX}/*`, (request, reply) => answerApi(request, reply));
	app.setNotFoundHandler((request, reply) =>
		isApiUrl(request.url)
			? answerApi(request, reply)
			: reply.code(404).send({ error: `There is nothing at ${request.method} ${request.url}.` }),
	);
	app.setErrorHandler<FastifyError>((error, request, reply) => {
		const status = error.statusCode ?? 500;
		if (status >= 500) report(error);
		if (!isApiUrl(request.url)) return reply.code(status).send({ error: error.message });
		return answerApi(request, reply, refusalOf(error));
	});
	return app;
}

/** Linq's error for a request that the server could not read (contract/behaviour.md section 3). */
function refusalOf(error: FastifyError): ApiError {
	switch (error.code) {
		case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
			return new ApiError('1003', 'Content-Type must be application/json');
		case 'FST_ERR_CTP_BODY_TOO_LARGE':
			return new ApiError('1003', `the body has more than ${LARGEST_BODY} bytes`);
		default:
			return new ApiError((error.statusCode ?? 500) < 500 ? '1003' : '3006', error.message);
	}
}

const STATUS: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Refuses what is no HTTP, whose path nobody knows. */
function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
	if (error.code !== 'ECONNRESET' && socket.writable) {
		const status = STATUS[error.code ?? ''] ?? 400;
		const traceId = newTraceId();
		const message = `The request is not readable: ${error.message}`;
		const body = JSON.stringify(errorBody({ status, code: 1003, message }, traceId));
		socket.write(
			[
				`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
				'Connection: close',
				'Content-Type: application/json; charset=utf-8',
				`Content-Length: ${Buffer.byteLength(body)}`,
				`X-Trace-ID: ${traceId}`,
				'',
				body,
			].join('\r\n'),
		);
	}
	socket.destroy();
}
