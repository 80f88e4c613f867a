import type { FastifyInstance, FastifyRequest } from 'fastify';
import { causedBy, describeRequest } from '../cause.mts';
import { verbs } from '../control/index.mts';
import { ControlError } from '../control/verb.mts';
import type { World } from '../world.mts';

/** Where the control side lives; it takes no token, since it is for this machine only. */
export const CONTROL_PREFIX = '/sandbox';

/** Serves the verbs of the control side as JSON; errors are `{"error": "a sentence"}`. */
export function serveControl(app: FastifyInstance, world: World): void {
	for (const { method, path, run } of verbs) {
		app.route({
			method,
			url: `${CONTROL_PREFIX}${path}`,
			handler: async (request, reply) => {
				try {
					const input = inputOf(request);
					const cause = describeRequest(method, request.url, JSON.stringify(input));
					return await causedBy(cause, () => run(input, world));
				} catch (error) {
					if (!(error instanceof ControlError)) throw error;
					return reply.code(error.status).send({ error: error.message });
				}
			},
		});
	}
}

function inputOf(request: FastifyRequest): unknown {
	return {
		...(request.query as object),
		...bodyOf(request.body),
		...(request.params as object),
	};
}

function bodyOf(body: unknown): object {
	if (!Buffer.isBuffer(body) || body.length === 0) return {};
	let json: unknown;
	try {
		json = JSON.parse(body.toString('utf8'));
	} catch {
		throw new ControlError('The body is not JSON.');
	}
	if (typeof json !== 'object' || json === null || Array.isArray(json)) {
		throw new ControlError('The body must be a JSON object.');
	}
	return json;
}
