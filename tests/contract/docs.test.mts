import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { projectFolder } from '../../scripts/project.mts';
import { guide } from '../../scripts/start/guide.mts';
import { plain, shownNames } from '../support/docs/names.mts';
import { headingsOf, linksOf, pages, proseOf, textOf, userPages } from '../support/docs/pages.mts';

/* Everything that the pages name exists: files, headings, commands, fields, operations, settings. */

/** npm shows README.md without the files beside it, so its links lead to GitHub. */
const ON_GITHUB =
	/^https:\/\/(?:github\.com\/[^/]+\/n8n-nodes-linqapp\/(?:blob|tree)|raw\.githubusercontent\.com\/[^/]+\/n8n-nodes-linqapp)\/main\//;

/** The file and the heading that a link leads to; undefined for other sites. */
function targetOf(page: string, link: string): { file: string; anchor?: string } | undefined {
	const own = ON_GITHUB.exec(link)?.[0];
	if (own === undefined && /^[a-z]+:/.test(link)) return undefined;
	const [path = '', anchor] = (own === undefined ? link : link.slice(own.length)).split('#');
	const from = own === undefined ? dirname(join(projectFolder, page)) : projectFolder;
	return { file: path === '' ? page : relative(projectFolder, join(from, path)), anchor };
}

describe.each(pages)('%s', (page) => {
	const targets = linksOf(page).map((link) => [link, targetOf(page, link)] as const);

	test('links lead to files and headings that exist', () => {
		const broken = targets.filter(([, target]) => {
			if (target === undefined) return false;
			const { file, anchor } = target;
			if (!existsSync(join(projectFolder, file))) return true;
			return anchor !== undefined && !headingsOf(file).includes(anchor);
		});
		expect(broken.map(([link]) => link)).toEqual([]);
	});

	test('commands exist', () => {
		const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
		const named = [...textOf(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});
});

test.each(['docs', 'docs/reference'])('the index of %s links to every page there', (folder) => {
	const index = `${folder}/README.md`;
	const linked = linksOf(index).map((link) => targetOf(index, link)?.file);
	const all = pages.filter((page) => dirname(page) === folder && page !== index);
	expect(all.filter((page) => !linked.includes(page))).toEqual([]);
});

test('README.md links to GitHub only, because npm shows no other file', () => {
	const local = linksOf('README.md').filter((link) => !/^(https:|#)/.test(link));
	expect(local).toEqual([]);
});

test('README.md shows the addresses that npm start prints', () => {
	const printed = guide({
		n8nUrl: 'http://127.0.0.1:5678',
		sandboxUrl: 'http://127.0.0.1:4010',
		apiUrl: 'http://127.0.0.1:4010/api/partner',
		token: 'sandbox-token',
		folder: '',
	});
	const [addresses = ''] = printed.trim().split('\nData');
	expect(textOf('README.md')).toContain(addresses);
});

/** Words of n8n's own editor, and of other nodes. */
const OF_N8N = [
	'AI Agent',
	'Automatically Passthrough Binary Images',
	'Batching',
	'Community nodes',
	'Continue',
	'Continue (using error output)',
	'Create credential',
	'Credentials',
	'Error',
	'Execute step',
	'Execute workflow',
	'Human in the Loop',
	'If',
	'Import from File…',
	'Import from URL…',
	'Install',
	'On Error',
	'Remove Duplicates',
	'Request Options',
	'Retry',
	'Retry On Fail',
	'Save',
	'Settings',
	'Stop Workflow',
	'Success',
	'Wait',
];

/** Of Linq's dashboard. */
const OF_LINQ = ['API Tooling'];

/** Of the sandbox and the templates. */
const OF_SANDBOX = ['Ava Stone', 'Linq: reply to every message'];

const known = new Set([...shownNames, ...OF_N8N, ...OF_LINQ, ...OF_SANDBOX]);

const areKnown = (names: string[]): boolean => names.every((name) => known.has(plain(name)));

/** A name alone, `Options > Send Window`, `On Error: Stop Workflow`, `Message Sent, Read and Failed`. */
const isKnown = (bold: string): boolean =>
	areKnown([bold]) || areKnown(bold.split(/ > |: /)) || areKnown(bold.split(/ > |: |, | and | or /));

/** Bold that begins a paragraph or an entry of a list, and is a sentence or its subject. */
const LEAD_IN = /^(?:- |\d+\. |\| )?\*\*[^*]+\*\*/gm;

const withoutCode = (page: string): string => proseOf(page).replaceAll(/`[^`\n]*`/g, '…');

/** Text in bold, except lead-ins of paragraphs that are not names. */
function boldIn(page: string): string[] {
	const leads = new Set((withoutCode(page).match(LEAD_IN) ?? []).map((lead) => lead.split('**')[1]));
	const all = [...withoutCode(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, bold = '']) => bold);
	return all.filter((bold) => !leads.has(bold) || (isNameLike(bold) && !/[.?!…]$/.test(bold)));
}

/** In Title Case, as names are in the editor: every longer word begins with a capital. */
const isNameLike = (bold: string): boolean => !/(?:^|[ (])[a-z]{4,}/.test(bold);

describe.each(userPages)('%s', (page) => {
	test('names in bold are those that the editor shows', () => {
		expect(boldIn(page).filter((bold) => !isKnown(bold))).toEqual([]);
	});

	test('names of fields and values in code exist', () => {
		const names = [...proseOf(page).matchAll(/`([a-z]+(?:_[a-z0-9]+)+)`/g)].map(
			([, name = '']) => name,
		);
		expect(names.filter((name) => !SOURCES.has(name) && !FOREIGN.includes(name))).toEqual([]);
	});
});

/** Of speech services, of PostgreSQL, and of nobody. */
const FOREIGN = ['max_connections', 'opus_48000_64', 'snake_case', 'ulaw_8000'];

/** Every word of the code and of the contract. */
const SOURCES = new Set(
	[
		...readdirSync(join(projectFolder, 'nodes'), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.ts'))
			.map((path) => `nodes/${path}`),
		'contract/openapi.yaml',
	].flatMap((path) => readFileSync(join(projectFolder, path), 'utf8').match(/\w+/g) ?? []),
);
