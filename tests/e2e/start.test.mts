import getPort from 'get-port';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../scripts/project.mts';
import { run } from '../../scripts/run.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { START_TIMEOUT } from '../support/n8n.mts';
import { SandboxClient } from '../support/sandboxClient.mts';

/** `npm start`, without npm. */
class Start {
	output = '';
	readonly process: ChildProcess;
	readonly exit: Promise<number | null>;

	constructor(...args: string[]) {
		const script = ['--import', 'tsx', 'scripts/start/start.mts', ...args];
		this.process = spawn(process.execPath, script, { cwd: projectFolder });
		for (const stream of [this.process.stdout, this.process.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
		}
		this.exit = new Promise((resolve) => this.process.on('close', resolve));
	}

	/** Waits for the guide and gives the two addresses in it. */
	async ready(): Promise<{ n8n: string; sandbox: string }> {
		await waitFor(
			'npm start to be ready',
			() => {
				if (this.process.exitCode !== null) throw new Error(this.output);
				return this.output.includes('Ctrl-C ends');
			},
			{ deadline: START_TIMEOUT },
		);
		const address = (name: string) =>
			new RegExp(`^${name} +(http\\S+)`, 'm').exec(this.output)?.[1] ?? '';
		return { n8n: address('n8n'), sandbox: address('Sandbox') };
	}
}

const isUp = (url: string) =>
	fetch(url).then(
		() => true,
		() => false,
	);

async function bothGone({ n8n, sandbox }: { n8n: string; sandbox: string }): Promise<void> {
	await waitFor('both to be gone', async () => !(await isUp(n8n)) && !(await isUp(sandbox)));
}

/** A contact texts in and the example answers. */
async function isAnswered(sandbox: string): Promise<void> {
	const client = new SandboxClient({ url: sandbox, token: 'sandbox-token' });
	const { chat_id: chatId } = await client.receive('+12025550111', 'hi');
	await waitFor('the reply', async () =>
		(await client.requests('sendMessageToChat')).some((request) => request.chat_id === chatId),
	);
}

describe('npm start', () => {
	let folder: string;
	let port: number;
	let sandboxPort: number;
	let start: Start;

	const again = (...more: string[]) =>
		new Start(
			...['--data', folder, '--port', String(port), '--sandbox-port', String(sandboxPort)],
			...more,
		);

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'linq-start-'));
		[port, sandboxPort] = [
			await getPort({ host: '127.0.0.1' }),
			await getPort({ host: '127.0.0.1' }),
		];
	});

	afterEach(async () => {
		start.process.kill('SIGKILL');
		await start.exit;
	});

	afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

	it(
		'brings up both, answers a text, lets no second one at the data, and ends all on Ctrl-C',
		async () => {
			start = again();
			const addresses = await start.ready();
			expect(addresses).toEqual({
				n8n: `http://127.0.0.1:${port}`,
				sandbox: `http://127.0.0.1:${sandboxPort}`,
			});
			await isAnswered(addresses.sandbox);

			const second = again();
			expect(await second.exit).toBe(1);
			expect(second.output).toContain('already running');

			start.process.kill('SIGINT');
			expect(await start.exit).toBe(0);
			await bothGone(addresses);
		},
		2 * START_TIMEOUT,
	);

	it(
		'takes other ports where its own are taken, and what was made before works on',
		async () => {
			const occupied = await Promise.all([port, sandboxPort].map(occupy));
			try {
				start = again();
				const addresses = await start.ready();
				expect(start.output).toContain(`Port ${port} is taken`);
				expect(start.output).toContain(`Port ${sandboxPort} is taken`);
				await isAnswered(addresses.sandbox);

				// However this process goes, the servers go with it.
				start.process.kill('SIGKILL');
				await bothGone(addresses);
			} finally {
				occupied.forEach((server) => server.close());
			}
		},
		2 * START_TIMEOUT,
	);

	it(
		'ends all, with the reason, when one of the two dies',
		async () => {
			start = again();
			const addresses = await start.ready();
			process.kill(await sandboxOf(start.process), 'SIGKILL');
			expect(await start.exit).toBe(1);
			expect(start.output).toContain('The sandbox was ended by SIGKILL');
			await bothGone(addresses);
		},
		2 * START_TIMEOUT,
	);
});

/** The process id of the sandbox that `npm start` runs. */
async function sandboxOf({ pid }: ChildProcess): Promise<number> {
	const list = await run('ps', ['-A', '-o', 'pid=,ppid=,args='], { cwd: projectFolder });
	const line = new RegExp(`^ *(\\d+) +${pid} .*sandbox/main`, 'm').exec(list);
	return Number(line?.[1]);
}

/** Listens on a port, so that nobody else can. */
function occupy(port: number): Promise<Server> {
	return new Promise((resolve) => {
		const server = createServer();
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}
