import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { SandboxClient } from '../support/sandboxClient.mts';

const MAIN = fileURLToPath(new URL('../../sandbox/main.mts', import.meta.url));
const TSX = createRequire(import.meta.url).resolve('tsx');

/** Starts the sandbox as a process; stops it when told, or lets it end by itself. */
function run(...args: string[]) {
	const child = spawn(process.execPath, ['--import', TSX, MAIN, ...args]);
	let output = '';
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const printed = (pattern: RegExp) =>
		new Promise<string>((resolve, reject) => {
			const look = (chunk: Buffer) => {
				output += chunk.toString('utf8');
				const found = pattern.exec(output)?.[1];
				if (found) resolve(found);
			};
			child.stdout.on('data', look);
			child.stderr.on('data', look);
			child.once('close', () => reject(new Error(`Not printed: ${output}`)));
		});
	return { child, ended, printed };
}

test('prints where it is, answers, and ends cleanly on SIGTERM', async () => {
	const { child, ended, printed } = run('--port', '0', '--token', 'secret');
	const url = await printed(/Control\s+(\S+)/);
	const lines = await request(`${url}/lines`);
	expect(lines.statusCode).toBe(200);
	await lines.body.dump();
	child.kill('SIGTERM');
	expect(await ended).toBe(0);
});

test('lives on after bodies that nobody should send', async () => {
	const { child, ended, printed } = run('--port', '0', '--storage-port', '0', '--pace', '0');
	const url = await printed(/Phone\s+(\S+)/);
	const client = new SandboxClient({ url, token: 'sandbox-token' });
	const post = async (path: string, raw: string) =>
		(await client.api('POST', path, { raw })).status;
	const to = '"from":"+12025550100","to":["+12025550177"],';
	for (const part of ['"x"', '1', 'true', '[]', 'null']) {
		const message = `"message":{"parts":[${part}]}}`;
		expect(
			await post(`/v3/chats/22222222-0000-4000-8000-000000000001/messages`, `{${message}`),
		).toBe(400);
		expect(await post(`/v3/chats`, `{${to}${message}`)).toBe(400);
	}
	await client.settle();
	child.kill('SIGTERM');
	expect(await ended).toBe(0);
});

test('says what is wrong in a sentence and fails', async () => {
	const first = run('--port', '0');
	const port = await first.printed(/Base URL\s+http:\/\/127\.0\.0\.1:(\d+)/);
	const folder = mkdtempSync(join(tmpdir(), 'seed-'));
	const seed = join(folder, 'seed.json');
	writeFileSync(seed, '{"lines":[{"phone_number":"555"}]}');
	const cases: Array<[string[], RegExp]> = [
		[['--port', port, '--storage-port', '0'], /(Port \d+ is taken\.)/],
		[['--seed', seed], /(lines\.0\.phone_number: must be a phone number in E\.164 format)/],
		[['--seed', join(folder, 'none.json')], /(The seed file \S+ cannot be read)/],
		[['--pace', 'fast'], /(--pace must be a number of 0 or more)/],
		[['--speed', '1'], /(Unknown option '--speed')/],
	];
	for (const [args, sentence] of cases) {
		const { ended, printed } = run(...args);
		expect(await printed(sentence)).toBeTruthy();
		expect(await ended).toBe(1);
	}
	rmSync(folder, { recursive: true });
	first.child.kill('SIGINT');
	expect(await first.ended).toBe(0);
});

test('--help shows every option', async () => {
	const { ended, printed } = run('--help');
	expect(await printed(/(--validate-answers)/)).toBeTruthy();
	expect(await ended).toBe(0);
});
