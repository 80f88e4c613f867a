import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock, type LockOptions } from '../../scripts/lock.mts';
import { CommandError } from '../../scripts/run.mts';
import { explainInstallFailure } from '../../scripts/runtime/failure.mts';

describe('the lock on what only one process may do', () => {
	let folder: string;
	let file: string;
	let dead: string[];
	let waitedFor: number[];
	let options: LockOptions;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'linq-lock-'));
		file = join(folder, 'lock');
		dead = [];
		waitedFor = [];
		options = {
			onWait: (pid) => waitedFor.push(pid),
			onDead: (id) => Promise.resolve(void dead.push(id)),
			done: () => Promise.resolve(false),
		};
	});

	afterEach(() => rm(folder, { recursive: true, force: true }));

	it('goes to one, and to the next when that one is done with it', async () => {
		const first = await acquireLock(file, options);
		const onWait = (pid: number) => {
			waitedFor.push(pid);
			void first?.release();
		};
		const lock = await acquireLock(file, { ...options, onWait });
		expect(waitedFor).toEqual([process.pid]);
		expect(lock?.id).not.toBe(first?.id);
		await lock?.release();
		expect(await readdir(folder)).toEqual([]);
	});

	it('is taken from a process that died, and says what that one left', async () => {
		const gone = spawn(process.execPath, ['--version']);
		await new Promise((resolve) => gone.on('exit', resolve));
		const holder = { id: 'left-behind', pid: gone.pid, host: hostname() };
		await writeFile(file, JSON.stringify(holder));
		const lock = await acquireLock(file, options);
		expect(lock).toBeDefined();
		expect(dead).toEqual(['left-behind']);
		await lock?.release();
	});

	it('is not waited for when the work is done', async () => {
		const first = await acquireLock(file, options);
		let done = false;
		const second = await acquireLock(file, {
			...options,
			onWait: () => (done = true),
			done: () => Promise.resolve(done),
		});
		expect(second).toBeUndefined();
		expect(done).toBe(true);
		await first?.release();
	});

	it('goes to one alone of many who want it at once and do not wait', async () => {
		const onWait = () => {
			throw new Error('taken');
		};
		const all = await Promise.allSettled(
			Array.from({ length: 20 }, () => acquireLock(file, { ...options, onWait })),
		);
		const held = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
		expect(held).toHaveLength(1);
		await held[0]?.release();
	});
});

describe('a failed installation is explained', () => {
	it.each([
		['a full disk', 'npm error ENOSPC: no space left on device, write', /disk is full/],
		['no network', 'npm error code ENOTFOUND\nnpm error network request', /could not be reached/],
		['no compiler', 'prebuild-install ENOTFOUND\ngyp ERR! not found: make', /C\+\+ compiler/],
		['anything else', 'npm error code E418\nnpm error I am a teapot', /I am a teapot/],
	])('%s', (_what, output, expected) => {
		const error = new CommandError('npm ci', 'exited with 1', output);
		const { message } = explainInstallFailure(error, '/cache/n8n.log');
		expect(message).toMatch(expected);
		expect(message).toContain('/cache/n8n.log');
	});
});
