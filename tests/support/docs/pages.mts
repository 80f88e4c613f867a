import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { anchorsOf } from '../../../scripts/docs/reference/markdown.mts';
import { projectFolder } from '../../../scripts/project.mts';

const inFolder = (folder: string) =>
	readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.md'))
		.map((path) => `${folder}/${path}`);

/** Every page of the project, by its path from the project's folder. */
export const pages: string[] = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'bench/README.md',
	'sandbox/README.md',
	...inFolder('docs'),
].sort();

/** The pages that people write for users; those in docs/reference/ are made from the descriptions. */
export const userPages: string[] = [
	'README.md',
	...[
		'campaigns',
		'conversations',
		'files-and-voice',
		'numbers',
		'running-at-scale',
		'security',
		'sending',
		'templates',
		'trigger',
	].map((name) => `docs/${name}.md`),
];

export const textOf = (page: string): string => readFileSync(join(projectFolder, page), 'utf8');

/** The page without its blocks of code. */
export const proseOf = (page: string): string =>
	textOf(page)
		.replaceAll(/^```[^]*?^```$/gm, '')
		.replaceAll(/<!--[^]*?-->/g, '');

/** The anchors of a page's headings, as GitHub makes them. */
export function headingsOf(page: string): string[] {
	const headings = [...proseOf(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
		heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, ''),
	);
	return anchorsOf(headings);
}

/** Where the links and pictures of a page lead. */
export const linksOf = (page: string): string[] =>
	[...proseOf(page).matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map(
		([, link, source]) => link ?? source ?? '',
	);
