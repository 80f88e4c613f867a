import fastify, { type FastifyInstance } from 'fastify';
import type { World } from '../world.mts';
import { serveUploads, storageError } from './uploads.mts';

/**
 * The storage that upload URLs and media URLs point to: a server of its own, as with Linq, so that a
 * token sent there by mistake is noticed.
 *
 * @param world looked up on each request, since the storage has to listen before the world is made
 */
export function storageServer(world: () => World): FastifyInstance {
	const app = fastify({ forceCloseConnections: true });
	app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
		const status = error.statusCode ?? 500;
		if (status >= 500) world().report(error);
		return storageError(
			reply,
			status,
			status < 500 ? 'InvalidRequest' : 'InternalError',
			error.message,
		);
	});
	serveUploads(app, world);
	serveMedia(app, world);
	return app;
}

function serveMedia(app: FastifyInstance, world: () => World): void {
	app.get<{ Params: { id: string }; Querystring: { Expires?: string } }>(
		'/media/:id/:filename',
		async (request, reply) => {
			// As a signed URL of Linq's; the sandbox itself gives out URLs without end.
			const { Expires: expires } = request.query;
			if (expires !== undefined && Number(expires) * 1000 <= world().now()) {
				return reply.code(403).send();
			}
			const file = world().state.attachments.byId(request.params.id);
			if (!file?.bytes) return reply.code(404).send();
			return reply.type(file.contentType).send(file.bytes);
		},
	);
	app.get<{ Params: { number: string } }>('/vcf/:number.vcf', async (request, reply) => {
		const phoneNumber = `+${request.params.number}`;
		const { lines, contactCards } = world().state;
		if (!lines.byNumber(phoneNumber)) return reply.code(404).send();
		const name = contactCards.of(phoneNumber)?.first_name ?? phoneNumber;
		return reply
			.type('text/vcard')
			.send(`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nTEL:${phoneNumber}\r\nEND:VCARD\r\n`);
	});
}
