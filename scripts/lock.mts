import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode } from './errorCode.mts';

const BEAT = 2_000;
/** So many looks at a lock file that did not change (one look a beat), and its holder counts as dead. */
const MISSED_BEATS = 15;

const Holder = z.object({ id: z.string(), pid: z.number(), host: z.string() });
type Holder = z.infer<typeof Holder>;

/** The right to something that only one process may do, held until `release`. */
export interface Lock {
	/** Unlike that of any other holder; good for the name of a temporary folder. */
	readonly id: string;
	release(): Promise<void>;
}

/** Options of {@link acquireLock} besides the file. */
export interface LockOptions {
	/** Called once if somebody else holds the lock; what it throws ends the wait. */
	onWait(pid: number): void;
	/** Gets the id of a holder that died, to clear up what it left. */
	onDead(id: string): Promise<void>;
	/** Ends the wait without the lock when it says true, since the work is done. */
	done(): Promise<boolean>;
	signal?: AbortSignal;
}

async function read(file: string): Promise<Holder | undefined> {
	try {
		return Holder.parse(JSON.parse(await readFile(file, 'utf8')));
	} catch {
		return undefined; // gone, or not written yet
	}
}

/** Says when the lock file was touched last; an empty text if it is gone. */
async function lastChange(file: string): Promise<string> {
	try {
		return String((await stat(file)).mtimeMs);
	} catch {
		return '';
	}
}

function hold(file: string, id: string): Lock {
	const beat = setInterval(() => {
		const now = new Date();
		utimes(file, now, now).catch(() => undefined);
	}, BEAT);
	beat.unref();
	return {
		id,
		async release() {
			clearInterval(beat);
			if ((await read(file))?.id === id) await rm(file, { force: true });
		},
	};
}

/** True if a process with that id runs on this machine, whoever owns it. */
function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return errorCode(error) === 'EPERM';
	}
}

/** Takes the lock of a dead holder away. Of several who try, the rename lets one succeed. */
async function bury(file: string, dead: Holder | undefined, options: LockOptions): Promise<void> {
	const grave = join(dirname(file), `.dead-${randomUUID()}`);
	try {
		await rename(file, grave);
	} catch {
		return;
	}
	await rm(grave, { force: true });
	if (dead !== undefined) await options.onDead(dead.id);
}

/**
 * Takes a lock that all processes of this user see, and waits while another one holds it. It saves
 * double work; what is locked must be right even when two hold it (a machine that slept, say).
 * @returns undefined if `options.done` came true before the lock was free
 */
export async function acquireLock(file: string, options: LockOptions): Promise<Lock | undefined> {
	const me: Holder = { id: randomUUID(), pid: process.pid, host: hostname() };
	let seen = '';
	let looks = 0;
	let told = false;
	for (;;) {
		if (await options.done()) return undefined;
		try {
			await writeFile(file, JSON.stringify(me), { flag: 'wx' });
			return hold(file, me.id);
		} catch (error) {
			if (errorCode(error) !== 'EEXIST') throw error;
		}
		const holder = await read(file);
		const state = await lastChange(file);
		looks = state === seen ? looks + 1 : 0;
		seen = state;
		const died = holder?.host === me.host && !isAlive(holder.pid);
		if (died || looks > MISSED_BEATS) {
			await bury(file, holder, options);
			continue;
		}
		if (!told && holder !== undefined) {
			options.onWait(holder.pid);
			told = true;
		}
		await pause(BEAT, undefined, { signal: options.signal });
	}
}
