import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { UPLOAD, type Fault } from '../faults.mts';
import { inspect } from '../files/inspect.mts';
import { newTraceId } from '../random.mts';
import type { RecordedRequest } from '../record.mts';
import type { Attachment } from '../state/attachments.mts';
import type { World } from '../world.mts';
import { cut, HTML_PAGE, pause } from './faultAnswers.mts';

/**
 * Takes the bytes of files at the upload URLs: `PUT /upload/:id?X-Amz-Signature=…`.
 *
 * Storage knows the URL, the headers that are signed in it, and nothing of what the bytes are: those
 * of an Ogg file that was announced as audio/mpeg are stored, and refused by Linq when they are to be
 * sent (contract/behaviour.md sections 7 and 9). As with any presigned URL, a second PUT within the
 * fifteen minutes takes the place of the first.
 */
export function serveUploads(app: FastifyInstance, world: () => World): void {
	// The body is read by hand, so that a fault can cut it in the middle.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', (_request, body, done) => done(null, body));
	app.put<UploadRoute>('/upload/:id', (request, reply) => upload(world(), request, reply));
}

interface UploadRoute {
	Params: { id: string };
	Querystring: { 'X-Amz-Signature'?: string };
}

type UploadRequest = FastifyRequest<UploadRoute>;

async function upload(
	world: World,
	request: UploadRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const recorded = record(world, request);
	const finish = (status: number): void => {
		recorded.status = status;
		recorded.ms = Math.round(performance.now() - started);
	};
	const started = performance.now();
	const file = world.state.attachments.byId(request.params.id);
	const refusal = refusalOf(world, request, file);

	const fault = world.faults.take({ operationId: UPLOAD, chatId: undefined, to: [] });
	recorded.fault = fault?.id;
	await pause(fault?.delay_ms);
	if (fault?.reset === 'before') return cut(request, reply);
	const bytes = await read(request.raw, fault?.reset === 'middle' ? 0.5 : 1);
	// Half of a file, or one that the client itself cut off, is none.
	if (!bytes || fault?.reset === 'middle') return cut(request, reply);

	const injected = fault && faultStatus(fault);
	if (fault && injected !== undefined) {
		finish(injected);
		return sendFault(reply, fault, injected);
	}
	if (refusal || !file) {
		const { status, code, message } = refusal ?? NOT_GIVEN_OUT;
		finish(status);
		return storageError(reply, status, code, message);
	}
	const nature = await inspect(bytes, file.contentType);
	Object.assign(file, { bytes, nature });
	recorded.processed = true;
	await pause(fault?.answer_delay_ms);
	if (fault?.reset === 'after') return cut(request, reply);
	finish(200);
	return reply.code(200).send(fault?.body ?? '');
}

interface Refusal {
	status: number;
	code: string;
	message: string;
}

const NOT_GIVEN_OUT: Refusal = {
	status: 403,
	code: 'SignatureDoesNotMatch',
	message: 'This upload URL was not given out',
};

/** Why storage refuses a request, before it reads the body; undefined if it does not. */
function refusalOf(
	world: World,
	{ headers, query }: UploadRequest,
	file: Attachment | undefined,
): Refusal | undefined {
	const refuse = (status: number, code: string, message: string) => ({ status, code, message });
	if (!file || query['X-Amz-Signature'] !== file.signature) return NOT_GIVEN_OUT;
	if (world.now() > file.uploadExpires) {
		return refuse(403, 'AccessDenied', 'This upload URL has expired');
	}
	if (headers.authorization !== undefined) {
		return refuse(400, 'InvalidArgument', 'Only one auth mechanism allowed: no Authorization');
	}
	if (headers['content-length'] === undefined) {
		return refuse(411, 'MissingContentLength', `Content-Length must be ${file.sizeBytes}`);
	}
	const signed = { 'content-type': file.contentType, 'content-length': String(file.sizeBytes) };
	for (const [name, value] of Object.entries(signed)) {
		if (headers[name] !== value) {
			return refuse(403, 'SignatureDoesNotMatch', `${name} must be ${value}`);
		}
	}
	const unsigned = Object.keys(headers).find((name) => name.startsWith('x-amz-'));
	return unsigned === undefined
		? undefined
		: refuse(403, 'AccessDenied', `There were headers which were not signed: ${unsigned}`);
}

/**
 * Reads a body.
 *
 * @param share how much of it, by its announced length
 * @returns undefined where the client cut it off
 */
async function read(body: IncomingMessage, share: number): Promise<Buffer | undefined> {
	const enough = Number(body.headers['content-length']) * share;
	const pieces: Buffer[] = [];
	let length = 0;
	try {
		for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
			length += piece.length;
			if (length <= LARGEST_FILE) pieces.push(piece);
			if (share < 1 && length >= enough) break;
		}
	} catch {
		return undefined;
	}
	return Buffer.concat(pieces);
}

/** Most bytes of a file; what is beyond is read and not kept (contract/behaviour.md section 9). */
const LARGEST_FILE = 104_857_600;

function record(world: World, request: UploadRequest): RecordedRequest {
	const headers: Record<string, string | string[]> = {};
	for (const [name, value] of Object.entries(request.headers)) if (value) headers[name] = value;
	return world.record.add({
		at: world.isoNow(),
		method: request.method,
		// Without the signature, which is as good as a token.
		path: `/upload/${request.params.id}`,
		operationId: UPLOAD,
		chatId: undefined,
		status: 0,
		ms: 0,
		idempotencyKey: undefined,
		replayed: false,
		fault: undefined,
		processed: false,
		traceId: newTraceId(),
		headers,
		requestBody: '',
		responseBody: '',
	});
}

/** Storage's codes for what a fault can answer. */
const CODES: Record<number, string> = {
	403: 'AccessDenied',
	500: 'InternalError',
	503: 'SlowDown',
};

const faultStatus = ({ html, status }: Fault): number | undefined =>
	html ? (status ?? 502) : status;

function sendFault(reply: FastifyReply, fault: Fault, status: number): FastifyReply {
	if (fault.retry_after !== undefined) void reply.header('Retry-After', String(fault.retry_after));
	if (fault.html) return reply.code(status).type('text/html; charset=utf-8').send(HTML_PAGE);
	return storageError(reply, status, CODES[status] ?? 'InternalError', 'Injected by the sandbox');
}

/** Refuses as S3 does. */
export const storageError = (
	reply: FastifyReply,
	status: number,
	code: string,
	message: string,
): FastifyReply =>
	reply
		.code(status)
		.type('application/xml')
		.send(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
