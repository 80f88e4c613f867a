import type { SeedFile } from './seed/shape.mts';

/** How often something may be done in a time (contract/behaviour.md section 4). */
export interface RateLimit {
	limit: number;
	windowMs: number;
}

/** Options of `startSandbox`; all have defaults. */
export interface SandboxOptions {
	/** Port of API and control side; 0 (default) takes a free one. */
	port?: number;
	/** Port of the upload and media server; 0 (default) takes a free one. */
	storagePort?: number;
	/** Address to listen on; default `127.0.0.1`. */
	host?: string;
	/** The bearer token that the API takes; default `sandbox-token`. */
	token?: string;
	/** Lines, contacts, chats and messages to start with; default: the default seed. */
	seed?: SeedFile;
	/** Milliseconds between two delivery states, and before queued changes happen; default 0. */
	pace?: number;
	/** Whether a recipient reads what was delivered, one pace later; default false. */
	autoRead?: boolean;
	/**
	 * Whether each answer is checked against the contract and turned into a 500 that names the rule
	 * it breaks; default true.
	 */
	validateAnswers?: boolean;
	/** Factor on the waits between two tries of a webhook; default 1, 0 tries again at once. */
	retryScale?: number;
	/** Milliseconds a webhook endpoint has to answer; default 10,000 as Linq allows. */
	webhookTimeoutMs?: number;
	/** Deliveries of one subscription that are under way at a time; default 32. */
	webhooksAtOnce?: number;
	/** The clock that all time rules and timestamps go by, in epoch milliseconds; default Date.now. */
	now?: () => number;
	/** Limit per sender and recipient, or false for none; default 30 in 60 s. */
	rateLimit?: Partial<RateLimit> | false;
	/** Limit of contact card calls per line, or false for none; default 3 in 10 minutes. */
	contactCardLimit?: Partial<RateLimit> | false;
	/** Least milliseconds between two capability checks, 0 for none; default 10,000. */
	capabilityIntervalMs?: number;
	/** Is told what failed inside the sandbox, with the request that led to it; default: stderr. */
	log?: (text: string) => void;
}

/** The options with every default filled in. */
export interface Settings {
	token: string;
	pace: number;
	autoRead: boolean;
	validateAnswers: boolean;
	retryScale: number;
	webhookTimeoutMs: number;
	webhooksAtOnce: number;
	now: () => number;
	rateLimit: RateLimit | false;
	contactCardLimit: RateLimit | false;
	capabilityIntervalMs: number;
	log: (text: string) => void;
	/** `http://host:port` of the media server; known once it listens. */
	storageUrl: string;
}

/**
 * Fills in the defaults.
 *
 * @param storageUrl where uploads go and media come from
 */
export function settingsFrom(options: SandboxOptions, storageUrl: string): Settings {
	return {
		token: options.token ?? 'sandbox-token',
		pace: options.pace ?? 0,
		autoRead: options.autoRead ?? false,
		validateAnswers: options.validateAnswers ?? true,
		retryScale: options.retryScale ?? 1,
		webhookTimeoutMs: options.webhookTimeoutMs ?? 10_000,
		webhooksAtOnce: options.webhooksAtOnce ?? 32,
		now: options.now ?? Date.now,
		rateLimit: limitFrom(options.rateLimit, { limit: 30, windowMs: 60_000 }),
		contactCardLimit: limitFrom(options.contactCardLimit, { limit: 3, windowMs: 10 * 60_000 }),
		capabilityIntervalMs: options.capabilityIntervalMs ?? 10_000,
		log: options.log ?? ((text) => process.stderr.write(`${text}\n`)),
		storageUrl,
	};
}

const limitFrom = (
	given: Partial<RateLimit> | false | undefined,
	usual: RateLimit,
): RateLimit | false => given !== false && { ...usual, ...given };
