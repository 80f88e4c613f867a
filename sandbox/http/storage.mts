import fastify, { type FastifyInstance } from 'fastify';
import type { World } from '../world.mts';

/** Most bytes of a file (contract/behaviour.md section 9). */
const LARGEST_FILE = 104_857_600;

/**
 * The storage that upload URLs and media URLs point to: a server of its own, as with Linq, so that a
 * token sent there by mistake is noticed.
 *
 * @param world looked up on each request, since the storage has to listen before the world is made
 */
export function storageServer(world: () => World): FastifyInstance {
	const app = fastify({ bodyLimit: LARGEST_FILE + 1, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	serveUploads(app, world);
	serveMedia(app, world);
	return app;
}

function serveUploads(app: FastifyInstance, world: () => World): void {
	app.put<{ Params: { id: string }; Querystring: { 'X-Amz-Signature'?: string } }>(
		'/upload/:id',
		async (request, reply) => {
			const refuse = (status: number, code: string, message: string) =>
				reply
					.code(status)
					.type('application/xml')
					.send(`<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
			const file = world().state.attachments.byId(request.params.id);
			if (!file || request.query['X-Amz-Signature'] !== file.signature) {
				return refuse(403, 'SignatureDoesNotMatch', 'This upload URL was not given out');
			}
			if (world().now() > file.uploadExpires) {
				return refuse(403, 'AccessDenied', 'This upload URL has expired');
			}
			if (request.headers.authorization !== undefined) {
				return refuse(400, 'InvalidArgument', 'Only one auth mechanism allowed: no Authorization');
			}
			if (request.headers['content-type'] !== file.contentType) {
				return refuse(403, 'SignatureDoesNotMatch', `Content-Type must be ${file.contentType}`);
			}
			const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
			if (request.headers['content-length'] !== String(file.sizeBytes)) {
				return refuse(403, 'SignatureDoesNotMatch', `Content-Length must be ${file.sizeBytes}`);
			}
			file.bytes = bytes;
			return reply.code(200).send();
		},
	);
}

function serveMedia(app: FastifyInstance, world: () => World): void {
	app.get<{ Params: { id: string } }>('/media/:id/:filename', async (request, reply) => {
		const file = world().state.attachments.byId(request.params.id);
		if (!file?.bytes) return reply.code(404).send();
		return reply.type(file.contentType).send(file.bytes);
	});
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
