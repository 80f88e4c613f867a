import type { FastifyInstance } from 'fastify';
import { isIP } from 'node:net';

/**
 * Keeps other web pages out of everything that takes no token: a page on the internet must not make
 * the browser of whoever runs the sandbox act on it, neither by posting across origins nor by a name
 * that it points to this machine. Programs send no `Origin` and come through.
 *
 * @param isOpen whether a path is for everybody, since it asks for a token
 * @param host the address that the sandbox listens on
 */
export function guard(app: FastifyInstance, isOpen: (path: string) => boolean, host: string): void {
	app.addHook('onRequest', async (request, reply) => {
		if (isOpen(request.url)) return;
		const { host: asked = '', origin } = request.headers;
		if (!isOurs(hostnameOf(`http://${asked}`), host)) {
			return reply.code(403).send({
				error: `The sandbox does not answer to the name ${asked}. Open it by its address, e.g. http://127.0.0.1:4010.`,
			});
		}
		if (origin !== undefined && origin !== `http://${asked}`) {
			return reply.code(403).send({
				error: `A page of ${origin} must not use the sandbox. Only its own page and programs may.`,
			});
		}
	});
}

/** An address, `localhost`, a name without a dot (a container's), or the one it was started with. */
function isOurs(name: string | undefined, host: string): boolean {
	if (name === undefined) return false;
	const bare = name.replace(/^\[|\]$/g, '');
	return (
		isIP(bare) > 0 ||
		!bare.includes('.') ||
		bare.endsWith('.localhost') ||
		bare === 'host.docker.internal' ||
		bare === host
	);
}

function hostnameOf(url: string): string | undefined {
	try {
		return new URL(url).hostname;
	} catch {
		return undefined;
	}
}
