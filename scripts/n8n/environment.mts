import { delimiter } from 'node:path';
import { owner } from './owner.mts';

/** Where an n8n listens and what it works with. */
export interface N8nPlace {
	userFolder: string;
	port: number;
	brokerPort: number;
	/** The owner's password as a bcrypt hash. */
	passwordHash: string;
	/** Modules that this n8n has and that are not needed. */
	idleModules: string[];
}

/** Of the user's environment, what would make this n8n another one than meant. */
const FOREIGN =
	/^(N8N_|DB_|EXECUTIONS_|QUEUE_|WEBHOOK_|CREDENTIALS_|WORKFLOWS_|GENERIC_|EXTERNAL_|npm_|NODE_ENV$|NODE_OPTIONS$|JEST_|VUE_APP_)/;

/** Turns off all that n8n would send to, or fetch from, the outside; none of it is needed. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
};

/** Whole environment for an n8n on loopback that calls nobody but whom its workflows call. */
export function n8nEnvironment(
	place: N8nPlace,
	extra: Record<string, string> = {},
): NodeJS.ProcessEnv {
	const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	const { NO_PROXY = process.env.no_proxy ?? '' } = process.env;
	const url = `http://127.0.0.1:${place.port}/`;
	// A proxy of the user's stays in force for the real API, but must not get calls to the sandbox.
	const direct = [NO_PROXY, '127.0.0.1', 'localhost'].filter((host) => host !== '').join(',');
	return {
		...Object.fromEntries(own),
		...QUIET,
		NO_PROXY: direct,
		no_proxy: direct,
		N8N_USER_FOLDER: place.userFolder,
		N8N_PORT: String(place.port),
		N8N_HOST: '127.0.0.1',
		N8N_PROTOCOL: 'http',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_WEBHOOK_URL: url,
		WEBHOOK_URL: url, // its name in n8n 1.x
		N8N_DISABLED_MODULES: place.idleModules.join(','),
		N8N_EDITOR_BASE_URL: url,
		N8N_SECURE_COOKIE: 'false', // plain http
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: owner.email,
		N8N_INSTANCE_OWNER_PASSWORD_HASH: place.passwordHash,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Local',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
		...extra,
	};
}

/** n8n's scripts start others by `env node`, so its Node has to be the first in the PATH. */
export function withNodeFirst(env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
	return { ...env, PATH: [folder, env.PATH ?? ''].join(delimiter) };
}
