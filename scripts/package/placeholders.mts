import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

import { projectFolder } from '../project.mts';

/** Stands in package.json wherever only the owner of the package knows what belongs there. */
const PLACEHOLDER = 'OWNER';

const own = z.string().refine((text) => !text.includes(PLACEHOLDER));
const reachable = own
	.pipe(z.string().email())
	.refine((email) => !/@example\.|[@.]noreply\./.test(email));
const onGitHub = own.refine((url) => /^(git\+)?https:\/\/github\.com\/[^/]+\/[^/]+/.test(url));

/** Fields to fill in before publishing, in the order of package.json. */
const FIELDS = [
	['homepage', own.pipe(z.string().url()), 'the URL of the repository’s README'],
	['bugs', z.object({ url: own.pipe(z.string().url()) }), 'an object with the url of the issues'],
	[
		'author',
		z.object({ name: own.pipe(z.string().min(1)), email: reachable }),
		'an object with the name, and an email address that can be written to, of the owner on npm',
	],
	[
		'repository',
		z.object({ url: onGitHub }),
		'an object with the url of the public GitHub repository, because npm’s provenance and n8n’s verification ask for one',
	],
] as const;

/**
 * Which fields of package.json only the owner can fill in, and has not.
 *
 * @param manifest package.json, parsed
 * @returns one line for each field, its name first and then what it has to be; none if all are
 *   filled in
 */
export function findPlaceholders(manifest: Record<string, unknown>): string[] {
	return FIELDS.filter(([field, shape]) => !shape.safeParse(manifest[field]).success).map(
		([field, , wanted]) => `${field} has to be ${wanted}.`,
	);
}

/**
 * The links and pictures of README.md that do not lead to the repository yet: npm shows README.md
 * without the files beside it, so they are absolute.
 *
 * @param repository that package.json names; its links have to lead there
 * @returns the links that lead elsewhere on GitHub under the name of the package, each once
 */
export function findForeignLinks(readme: string, repository: unknown): string[] {
	const name = /github\.com\/([^/]+\/[^/.]+)/.exec(urlOf(repository))?.[1];
	const links = readme.match(/https:\/\/(?:raw\.githubusercontent|github)\.com\/[^\s)>]+/g) ?? [];
	return [...new Set(links)].filter((link) => {
		const [, owner, repo = ''] = /\.com\/([^/]+)\/([^/]+)/.exec(link) ?? [];
		const ours = owner === PLACEHOLDER || repo.replace(/\.git$/, '') === 'n8n-nodes-linqapp';
		return ours && `${owner}/${repo.replace(/\.git$/, '')}` !== name;
	});
}

const urlOf = (repository: unknown): string =>
	z.object({ url: z.string() }).safeParse(repository).data?.url ?? '';

// As a command: checks the package.json it is given, or the project's, and README.md beside it.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const file = process.argv[2] ?? join(projectFolder, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
	const readme = await readFile(join(dirname(file), 'README.md'), 'utf8');
	const found = findPlaceholders(manifest);
	const links = findForeignLinks(readme, manifest.repository);
	if (links.length > 0) {
		found.push(
			`README.md has ${links.length} links that do not lead to repository, e.g. ${links[0]}`,
		);
	}
	if (found.length > 0) {
		const lines = ['The package cannot be published yet:', ...found.map((line) => `  ${line}`)];
		lines.push('CONTRIBUTING.md, section "Releases", says more.');
		process.stderr.write(`${lines.join('\n')}\n`);
		process.exitCode = 1;
	}
}
