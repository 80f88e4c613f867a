import type { FastifyInstance, FastifyReply } from 'fastify';
import { Completion } from '../model/wire.mts';
import { completionRequest, speechRequest } from '../model/shape.mts';
import { heardIn, spoken, UnreadableSound } from '../model/sound.mts';
import type { World } from '../world.mts';

/** Where the stub of a model lives: what goes into n8n's OpenAI credential as its base URL. */
export const MODEL_PREFIX = '/model/v1';

/** Names of models that the stub answers to; it answers to any other as well. */
const MODELS = ['sandbox'];

/**
 * Serves a language model that only repeats: the part of OpenAI's API that chat clients use, whole
 * or as a stream, and a voice that is silent and hears only lengths. Any key will do, since it is for
 * this machine only.
 */
export function serveModel(app: FastifyInstance, world: World): void {
	app.get(`${MODEL_PREFIX}/models`, () => ({
		object: 'list',
		data: MODELS.map((id) => ({ id, object: 'model', created: 0, owned_by: 'sandbox' })),
	}));

	app.post(`${MODEL_PREFIX}/chat/completions`, (request, reply) => {
		const read = completionRequest.safeParse(parse(request.body));
		if (!read.success) {
			const [issue] = read.error.issues;
			return refuse(
				reply,
				`${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'is not readable'}`,
			);
		}
		const { answer, number } = world.model.ask(read.data);
		const completion = new Completion(read.data, answer, number, world.now());
		if (!read.data.stream) return reply.send(completion.whole());
		const lines = completion.chunks().map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
		return reply
			.type('text/event-stream; charset=utf-8')
			.send([...lines, 'data: [DONE]\n\n'].join(''));
	});

	app.post(`${MODEL_PREFIX}/audio/transcriptions`, async ({ body, headers }, reply) => {
		const file = await fileIn(body, headers['content-type'] ?? '');
		if (!file) return await refuse(reply, 'file: Required');
		return await refusing(reply, async () => ({ text: await heardIn(file) }));
	});

	app.post(`${MODEL_PREFIX}/audio/speech`, async (request, reply) => {
		const read = speechRequest.safeParse(parse(request.body));
		if (!read.success) return await refuse(reply, 'input: Required');
		const { input, response_format: format } = read.data;
		return await refusing(reply, () => {
			const sound = spoken(input, format);
			void reply.type('audio/mpeg');
			return sound;
		});
	});
}

/** Refuses as OpenAI does. */
function refuse(reply: FastifyReply, message: string) {
	const error = { message, type: 'invalid_request_error', param: null, code: null };
	return reply.code(400).send({ error });
}

async function refusing<Answer>(reply: FastifyReply, answer: () => Promise<Answer> | Answer) {
	try {
		return await answer();
	} catch (error) {
		if (error instanceof UnreadableSound) return await refuse(reply, error.message);
		throw error;
	}
}

/** The file of a form; undefined where there is none, or no form. */
async function fileIn(body: unknown, contentType: string): Promise<File | undefined> {
	if (!Buffer.isBuffer(body) || !contentType.startsWith('multipart/form-data')) return undefined;
	const form = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
	const file = (await form.formData().catch(() => undefined))?.get('file');
	return file instanceof File ? file : undefined;
}

function parse(body: unknown): unknown {
	try {
		return JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
	} catch {
		return undefined;
	}
}
