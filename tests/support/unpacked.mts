import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { run } from '../../scripts/run.mts';
import { packedTarball } from './tarball.mts';

/** The packed tarball, laid out in a temporary folder. */
export interface Unpacked {
	folder: string;
	/** Relative paths of all files, with slashes, sorted. */
	files: string[];
	remove(): Promise<void>;
}

/** Unpacks the tarball of this run. */
export async function unpackTarball(): Promise<Unpacked> {
	const folder = await mkdtemp(join(tmpdir(), 'linq-unpacked-'));
	const args = ['-xzf', packedTarball(), '-C', folder, '--strip-components=1'];
	await run('tar', args, { cwd: folder });
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();
	return { folder, files, remove: () => rm(folder, { recursive: true, force: true }) };
}
