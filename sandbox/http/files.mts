import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { playable } from '../files/audio/sound.mts';
import { inspect } from '../files/inspect.mts';
import { acceptedType, refusal } from '../messaging/fileTypes.mts';
import { downloadUrl } from '../messaging/media.mts';
import { newTraceId } from '../random.mts';
import type { World } from '../world.mts';
import { CONTROL_PREFIX } from './control.mts';

/** Most bytes of a file (contract/behaviour.md section 9). */
const LARGEST_FILE = 104_857_600;

const Query = z.object({ filename: z.string().min(1).max(255) });

/** The files of the account, as the phone sends and plays them. */
export function serveFiles(app: FastifyInstance, world: World): void {
	takeFiles(app, world);
	playFiles(app, world);
}

/**
 * Takes the file that a contact attaches: `POST /sandbox/files?filename=cat.jpg` with the bytes as the
 * body. Answers the `attachment_id` for a media part of `/sandbox/receive`.
 */
function takeFiles(app: FastifyInstance, world: World): void {
	app.post(
		`${CONTROL_PREFIX}/files`,
		{
			bodyLimit: LARGEST_FILE,
			errorHandler: (error, _request, reply) => {
				const tooLarge = error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
				const message = tooLarge ? 'A file may have at most 100 MB.' : error.message;
				void reply.code(tooLarge ? 413 : 400).send({ error: message });
			},
		},
		async (request, reply) => {
			const refuse = (status: number, error: string) => reply.code(status).send({ error });
			const query = Query.safeParse(request.query);
			if (!query.success) return refuse(400, 'Say what the file is called: ?filename=cat.jpg');
			const { filename } = query.data;
			const named = acceptedType(filename);
			if (named === undefined) return refuse(415, refusal(filename));
			const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
			if (bytes.length === 0) return refuse(400, `${filename} is empty.`);
			const nature = await inspect(bytes, named);
			const { type: contentType } = nature;
			if (!nature.isTaken) return refuse(415, refusal(filename));
			const file = world.state.attachments.add({
				filename,
				contentType,
				sizeBytes: bytes.length,
				createdAt: world.isoNow(),
				uploadExpires: world.now(),
				signature: newTraceId(),
				bytes,
				nature,
			});
			return { attachment_id: file.id, content_type: contentType, url: downloadUrl(world, file) };
		},
	);
}

/** Gives the sound of an audio file in a form that browsers play: `GET /sandbox/files/:id/sound`. */
function playFiles(app: FastifyInstance, world: World): void {
	app.get<{ Params: { id: string } }>(
		`${CONTROL_PREFIX}/files/:id/sound`,
		async (request, reply) => {
			const { bytes, nature } = world.state.attachments.byId(request.params.id) ?? {};
			if (!bytes || !nature?.plays)
				return reply.code(404).send({ error: 'There is nothing to be played.' });
			const sound = await playable(bytes, nature.type);
			return reply.type(sound?.type ?? nature.type).send(sound?.bytes ?? bytes);
		},
	);
}
