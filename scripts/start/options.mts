import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectFolder } from '../project.mts';

/** The user's options for `npm start`. */
export interface StartOptions {
	help: boolean;
	fresh: boolean;
	/** Where n8n's data, the logs and the tarball go. */
	folder: string;
	port: number;
	sandboxPort: number;
}

/** Printed by `npm start -- --help`. */
export const HELP = `npm start -- [options]

Starts a local Linq (the sandbox) and an n8n with this package and the templates of docs/templates.md.
The first start downloads n8n, which takes some minutes; later ones take about ten seconds.
Workflows, credentials and executions are kept; Ctrl-C ends everything.

  --port N          where n8n is served on 127.0.0.1 (default 5678; the next free port if taken)
  --sandbox-port N  where the sandbox is served (default 4010; the next free port if taken)
  --data FOLDER     where everything is kept (default .local in the repository)
  --fresh           removes what is kept there first: a new n8n, without anything you made in it
  --help            this text
`;

function readPort(option: string, text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Error(`--${option} takes a port, a number from 1 to 65535, and not "${text}".`);
}

/** @throws Error in words for the user if an option is unknown or not a port */
export function readStartOptions(args: string[]): StartOptions {
	const { values } = parseArgs({
		args,
		options: {
			help: { type: 'boolean', short: 'h', default: false },
			fresh: { type: 'boolean', default: false },
			data: { type: 'string', default: join(projectFolder, '.local') },
			port: { type: 'string', default: '5678' },
			'sandbox-port': { type: 'string', default: '4010' },
		},
	});
	return {
		help: values.help,
		fresh: values.fresh,
		folder: resolve(values.data),
		port: readPort('port', values.port),
		sandboxPort: readPort('sandbox-port', values['sandbox-port']),
	};
}
