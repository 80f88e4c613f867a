import type { IWebhookFunctions } from 'n8n-workflow';

/** Largest delivery that is looked at; those of Linq have a few kilobytes. */
const MAX_BYTES = 1024 * 1024;

/** How long a body may take that n8n has left to us. Linq waits ten seconds for an answer. */
const READ_MS = 10_000;

/** Why there is no body to check, and the status to answer with. */
export interface NoBody {
	status: 401 | 408 | 413;
	reason: string;
}

const TOO_LARGE: NoBody = {
	status: 413,
	reason: `it is larger than ${MAX_BYTES / 1024 / 1024} MB`,
};
const TOO_SLOW: NoBody = {
	status: 408,
	reason: `its body took longer than ${READ_MS / 1000} seconds`,
};
const NONE: NoBody = { status: 401, reason: 'it has no body that could be checked' };

/**
 * The body of a delivery byte by byte, as long as it is neither large nor slow.
 *
 * n8n reads before the call what its content type says it can parse, up to its own limit of 16 MB and
 * in its own time (n8n, webhook-helpers.js, parseRequestBody); what it took apart, such as forms, has
 * no bytes any more. The rest is read here.
 */
export async function readBody(context: IWebhookFunctions): Promise<Buffer | NoBody> {
	const request = context.getRequestObject();
	const body = await read(request);
	if (body === TOO_LARGE || body === TOO_SLOW) {
		// The rest of the body is not needed.
		context.getResponseObject().once('finish', () => request.destroy());
	}
	return body;
}

async function read(request: Request): Promise<Buffer | NoBody> {
	if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) return TOO_LARGE;
	const ended = request.rawBody ? undefined : await endOf(request);
	const { rawBody } = request;
	if (ended || !rawBody) return ended ?? NONE;
	return rawBody.length > MAX_BYTES ? TOO_LARGE : rawBody;
}

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** Has n8n read the body. @returns why it is given up, if it is */
async function endOf(request: Request): Promise<NoBody | undefined> {
	const reading = request.readRawBody().then(
		() => undefined,
		() => NONE,
	);
	return await Promise.race([reading, tooLarge(request), tooSlow()]);
}

/** Counts what comes, beside n8n: without a length in its headers a body could grow to n8n's limit. */
const tooLarge = async (request: Request) =>
	await new Promise<NoBody>((resolve) => {
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > MAX_BYTES) resolve(TOO_LARGE);
		});
	});

const tooSlow = async () =>
	await new Promise<NoBody>((resolve) => {
		AbortSignal.timeout(READ_MS).addEventListener('abort', () => resolve(TOO_SLOW));
	});
