import fastify, { type FastifyInstance } from 'fastify';
import { API_PREFIX, serveApi } from './http/api.mts';
import { CONTROL_PREFIX, serveControl } from './http/control.mts';
import { serveFiles } from './http/files.mts';
import { guard } from './http/guard.mts';
import { serveLive } from './http/live.mts';
import { servePage } from './http/page.mts';
import { storageServer } from './http/storage.mts';
import { Watcher } from './live/watcher.mts';
import { settingsFrom, type SandboxOptions } from './options.mts';
import { defaultSeed } from './seed/default.mts';
import { parseSeed } from './seed/shape.mts';
import { World } from './world.mts';

export type { SandboxOptions } from './options.mts';
export type { SeedFile } from './seed/shape.mts';

/** A running sandbox. */
export interface Sandbox {
	/** `http://host:port`; the page of the phone. */
	url: string;
	/** What goes into the credential: `${url}/api/partner`. */
	apiBaseUrl: string;
	/** `${url}/sandbox`. */
	controlUrl: string;
	/** Where uploads go and media come from. */
	storageUrl: string;
	token: string;
	/** The state and machinery behind the server, for tests that look or act directly. */
	world: World;
	/** Resolves when no delivery state, queued change or webhook is pending any more. */
	settled(): Promise<void>;
	/** Stops everything; nothing of the sandbox keeps the process alive afterwards. */
	close(): Promise<void>;
}

/** Most bytes of an API or control request: 100 texts of 10,000 characters, and some. */
const LARGEST_BODY = 8 * 1024 * 1024;

/**
 * Starts a local Linq.
 *
 * @throws SeedError for a seed that is not usable; an `EADDRINUSE` error where a port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const seed = parseSeed(options.seed ?? defaultSeed);
	const host = options.host ?? '127.0.0.1';
	const running: { world?: World } = {};
	const storage = storageServer(() => {
		if (!running.world) throw new Error('The sandbox is still starting');
		return running.world;
	});
	const storageUrl = await storage.listen({ host, port: options.storagePort ?? 0 });
	const world = new World(settingsFrom(options, storageUrl), seed);
	running.world = world;
	const watcher = new Watcher(world);
	const app = apiServer();
	guard(app, (path) => path.startsWith(`${API_PREFIX}/`), host);
	try {
		await serveApi(app, world);
		serveLive(app, watcher);
		serveControl(app, world);
		serveFiles(app, world);
		servePage(app, storageUrl);
		const url = await app.listen({ host, port: options.port ?? 0 });
		return {
			url,
			apiBaseUrl: `${url}${API_PREFIX}`,
			controlUrl: `${url}${CONTROL_PREFIX}`,
			storageUrl,
			token: world.settings.token,
			world,
			settled: async () => {
				await world.scheduler.settled();
			},
			close: async () => {
				watcher.close();
				await world.close();
				await Promise.all([app.close(), storage.close()]);
			},
		};
	} catch (error) {
		await Promise.all([world.close(), app.close(), storage.close()]);
		throw error;
	}
}

/** A server that hands bodies on as they are: what is JSON and what is not, the contract decides. */
function apiServer(): FastifyInstance {
	const app = fastify({
		bodyLimit: LARGEST_BODY,
		forceCloseConnections: true,
		keepAliveTimeout: 72_000,
		routerOptions: { maxParamLength: 1_000 },
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	app.setNotFoundHandler((request, reply) =>
		reply.code(404).send({ error: `There is nothing at ${request.method} ${request.url}.` }),
	);
	return app;
}
