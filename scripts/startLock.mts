import { readFile, rm, writeFile } from 'node:fs/promises';
import { isAlive } from './processes.mts';

/**
 * Makes sure that only one n8n works on a folder's database.
 * @returns what gives the folder free again
 * @throws Error in words for the user if another start has it
 */
export async function lockFolder(file: string): Promise<() => Promise<void>> {
	const holder = Number(await readFile(file, 'utf8').catch(() => ''));
	if (holder > 0 && holder !== process.pid && isAlive(holder)) {
		throw new Error(
			`npm start is already running in this folder (process ${holder}). End that one first; if there is none, remove ${file}.`,
		);
	}
	await writeFile(file, String(process.pid));
	return () => rm(file, { force: true });
}
