import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { npm } from '../npm.mts';
import { projectFolder } from '../project.mts';

/** Instructions for installing an n8n. */
export interface Recipe {
	version: string;
	/** The name of its folder in the cache. */
	name: string;
	/** @throws Error or CommandError if the registry does not have the version, or cannot be reached */
	prepare(): Promise<Prepared>;
}

/** The result of {@link Recipe.prepare}. */
export interface Prepared {
	/** Files for npm, by name. */
	files: Record<string, string>;
	/** npm's command, with the arguments that depend on the recipe. */
	command: string[];
}

const Manifest = z.object({ devDependencies: z.object({ n8n: z.string() }) }).passthrough();
const Versions = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Times = z.record(z.string());

const DAY = 86_400_000;

/**
 * Packages that n8n 1.x gets in other versions than npm would choose here:
 * - xlsx comes from its maker's site, which cannot be reached if there is only a registry. No test
 *   reads spreadsheets, so the last release on npm will do.
 * - Newer checkpoints require a newer @langchain/core than n8n pins. npm would find that out by
 *   itself, but not with legacy-peer-deps, without which it does not finish.
 */
const OVERRIDES_IN_1 = { xlsx: '0.18.5', '@langchain/langgraph-checkpoint': '1.0.0' };

const read = (name: string) => readFile(join(projectFolder, 'runtime', name), 'utf8');

const readManifest = async () => Manifest.parse(JSON.parse(await read('package.json')));

/** The version that runtime/package-lock.json pins. */
async function pinnedVersion(): Promise<string> {
	return (await readManifest()).devDependencies.n8n;
}

async function askRegistry(...args: string[]): Promise<unknown> {
	return JSON.parse(await npm(['view', ...args, '--json'], { cwd: projectFolder }));
}

/**
 * Finds the release that is meant.
 * @param wanted `pinned`, a version, a tag (`latest`), or a range (`1`, of which the last counts)
 * @throws CommandError if the registry has none, or cannot be reached
 */
export async function resolveVersion(wanted: string): Promise<string> {
	if (wanted === 'pinned') return await pinnedVersion();
	if (/^\d+\.\d+\.\d+$/.test(wanted)) return wanted;
	const found = Versions.parse(await askRegistry(`n8n@${wanted}`, 'version'));
	const last = found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
	if (last === undefined) throw new Error(`The registry has no n8n ${wanted}.`);
	return last;
}

async function pinned(version: string): Promise<Recipe> {
	const lockfile = await read('package-lock.json');
	const hash = createHash('sha256').update(lockfile).digest('hex').slice(0, 12);
	return {
		version,
		name: `n8n-${version}-${hash}`,
		prepare: async () => ({
			files: {
				'package.json': await read('package.json'),
				'package-lock.json': lockfile,
				'.npmrc': await read('.npmrc'),
			},
			command: ['ci'],
		}),
	};
}

/**
 * An n8n without a lockfile. Its packages are those of the day after its release: what they depend on
 * moves on, and nobody tests that with an older n8n.
 */
async function prepareUnpinned(version: string): Promise<Prepared> {
	const { [version]: released } = Times.parse(await askRegistry('n8n', 'time'));
	if (released === undefined) throw new Error(`The registry has no n8n ${version}.`);
	const before = new Date(Date.parse(released) + DAY).toISOString();
	const manifest = {
		...(await readManifest()),
		devDependencies: { n8n: version },
		...(version.startsWith('1.') && { overrides: OVERRIDES_IN_1 }),
	};
	return {
		files: {
			'package.json': JSON.stringify(manifest, null, '\t'),
			'.npmrc': await read('.npmrc'),
		},
		command: ['install', `--before=${before}`],
	};
}

/**
 * Says what to install an n8n from: the lockfile for the pinned version, the registry for others.
 * @param version an exact one; the pinned one if absent
 */
export async function recipeFor(version?: string): Promise<Recipe> {
	const own = await pinnedVersion();
	if (version === undefined || version === own) return await pinned(own);
	return { version, name: `n8n-${version}`, prepare: () => prepareUnpinned(version) };
}
