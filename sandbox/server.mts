import { API_PREFIX, apiOf, isApiUrl } from './http/api.mts';
import { CONTROL_PREFIX, serveControl } from './http/control.mts';
import { serveFiles } from './http/files.mts';
import { guard } from './http/guard.mts';
import { apiServer } from './http/listener.mts';
import { serveLive, touchOnRequests } from './http/live.mts';
import { MODEL_PREFIX, serveModel } from './http/model.mts';
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
	/** Base URL for the credential: `${url}/api/partner`. */
	apiBaseUrl: string;
	/** `${url}/sandbox`. */
	controlUrl: string;
	/** The stub of a language model, for n8n's OpenAI credential: `${url}/model/v1`. */
	modelUrl: string;
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

/**
 * Starts a local Linq.
 *
 * @throws SeedError for a seed that is not usable; an `EADDRINUSE` error where a port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const seed = parseSeed(options.seed ?? defaultSeed);
	const host = options.host ?? '127.0.0.1';
	const running: { world?: World; watcher?: Watcher } = {};
	const storage = storageServer(() => {
		if (!running.world) throw new Error('The sandbox is still starting');
		return running.world;
	});
	touchOnRequests(storage, () => running.watcher?.touch());
	const storageUrl = await storage.listen({ host, port: options.storagePort ?? 0 });
	const world = new World(settingsFrom(options, storageUrl), seed);
	running.world = world;
	const watcher = new Watcher(world);
	running.watcher = watcher;
	const app = apiServer(await apiOf(world), (error) => world.report(error));
	guard(app, isApiUrl, host);
	try {
		serveLive(app, watcher);
		serveControl(app, world);
		serveFiles(app, world);
		serveModel(app, world);
		servePage(app, storageUrl);
		const url = await app.listen({ host, port: options.port ?? 0 });
		return {
			url,
			apiBaseUrl: `${url}${API_PREFIX}`,
			controlUrl: `${url}${CONTROL_PREFIX}`,
			modelUrl: `${url}${MODEL_PREFIX}`,
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
