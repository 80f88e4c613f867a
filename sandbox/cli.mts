import { parseArgs } from 'node:util';
import type { SandboxOptions } from './options.mts';
import { readSeed } from './seed/shape.mts';

export const HELP = `A local Linq: npm run sandbox -- [options]

  --port N            port of API and control side (default 4010; 0 takes a free one)
  --storage-port N    port of uploads and media (default: port + 1)
  --host ADDRESS      address to listen on (default 127.0.0.1)
  --token TEXT        bearer token of the API (default sandbox-token)
  --seed FILE         JSON file with lines, contacts and chats (default: a small example)
  --pace MS           time between two delivery states (default 400)
  --no-auto-read      recipients do not read by themselves
  --no-rate-limit     no limit of 30 messages in 60 s per sender and recipient
  --retry-scale X     factor on the waits between webhook tries (default 1)
  --validate-answers  check every answer against the contract, 500 where one breaks it
  --help              this text
`;

/** The command line is not usable; the message says why. */
export class UsageError extends Error {}

/**
 * Reads the command line.
 *
 * @param args without the program's own name
 * @returns the options, or 'help'
 * @throws UsageError, or SeedError for the seed file
 */
export function readArguments(args: string[]): SandboxOptions | 'help' {
	const values = parse(args);
	if (values.help) return 'help';
	const port = number('port', values.port ?? '4010');
	const storage = values['storage-port'];
	return {
		port,
		storagePort: storage === undefined ? port && port + 1 : number('storage-port', storage),
		host: values.host,
		token: values.token,
		seed: values.seed === undefined ? undefined : readSeed(values.seed),
		pace: number('pace', values.pace ?? '400'),
		autoRead: !values['no-auto-read'],
		rateLimit: values['no-rate-limit'] ? false : {},
		retryScale: number('retry-scale', values['retry-scale'] ?? '1'),
		validateAnswers: values['validate-answers'] ?? false,
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string' },
				'storage-port': { type: 'string' },
				host: { type: 'string' },
				token: { type: 'string' },
				seed: { type: 'string' },
				pace: { type: 'string' },
				'no-auto-read': { type: 'boolean' },
				'no-rate-limit': { type: 'boolean' },
				'retry-scale': { type: 'string' },
				'validate-answers': { type: 'boolean' },
				help: { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : 'Unknown option');
	}
}

function number(name: string, text: string): number {
	const value = Number(text);
	if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
		throw new UsageError(`--${name} must be a number of 0 or more, not "${text}"`);
	}
	return value;
}
