import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import type { QueueStage } from './stage.mts';

/** Folders with files that n8n unpacked or installed, rather than wrote itself. */
const NOT_WRITTEN = /^(node_modules|\.cache)$/;

/**
 * The places of a stage where a text stands that should stand nowhere: files that its processes have
 * written (logs among them), all that Redis was ever told, tables of the database, and answers to
 * Linq.
 */
export async function placesWith(stage: QueueStage, text: string): Promise<string[]> {
	await stage.redis.isAllLogged();
	const files = await filesWith(stage.folder, text);
	const tables = await stage.database.tablesWith(text);
	const answers = stage.balancer.answers.filter(({ body }) => body.includes(text));
	return [
		...files.map((file) => `file ${relative(stage.folder, file)}`),
		...tables.map((table) => `table ${table}`),
		...answers.map(({ status }) => `an answer with ${status}`),
	];
}

async function filesWith(folder: string, text: string): Promise<string[]> {
	const found: string[] = [];
	for (const entry of await readdir(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory() && !NOT_WRITTEN.test(entry.name)) {
			found.push(...(await filesWith(path, text)));
		} else if (entry.isFile() && (await readFile(path)).includes(text)) {
			found.push(path);
		}
	}
	return found;
}
