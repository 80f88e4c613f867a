import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INode } from 'n8n-workflow';
import { z } from 'zod';
import { Linq } from '../../nodes/Linq/Linq.node.ts';
import { LinqTrigger } from '../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { isOptOut } from '../../sandbox/state/optOuts.mts';
import { exampleCredential, modelCredential } from '../../scripts/start/examples.mts';
import { TO_TRY } from '../../scripts/start/guide.mts';
import { projectFolder } from '../../scripts/project.mts';
import { frameOf, overlaps } from '../support/canvas.mts';

/*
 * Rules for the templates of examples/, checked without n8n. tests/e2e/templates.test.mts runs them,
 * and compares their parameters with those of n8n's nodes.
 */

const STICKY = 'n8n-nodes-base.stickyNote';

const Connection = z.object({ node: z.string(), type: z.string(), index: z.number() }).strict();

const Template = z
	.object({
		name: z.string().startsWith('Linq: '),
		nodes: z.array(
			z
				.object({
					id: z.string().uuid(),
					name: z.string().min(1),
					type: z.string(),
					typeVersion: z.number(),
					position: z.tuple([z.number().int(), z.number().int()]),
					parameters: z.record(z.unknown()),
					credentials: z
						.record(z.object({ id: z.null(), name: z.string() }).strict())
						.optional(),
					onError: z.enum(['continueErrorOutput', 'continueRegularOutput']).optional(),
					alwaysOutputData: z.literal(true).optional(),
				})
				.strict(),
		),
		connections: z.record(z.record(z.array(z.array(Connection)))),
		settings: z.object({ executionOrder: z.literal('v1') }).strict(),
		pinData: z.record(z.array(z.object({ json: z.record(z.unknown()) }).strict()).min(1)),
		active: z.literal(false),
	})
	.strict();
type Template = z.infer<typeof Template>;
type Node = Template['nodes'][number];

/** Fields that options of the Linq node add to its items. */
const ADDED = ['outcome'];

const folder = join(projectFolder, 'examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const readTemplate = (file: string) => Template.parse(JSON.parse(texts.get(file) ?? ''));

const ofKind = ({ nodes }: Template, pattern: RegExp) =>
	nodes.filter(({ type }) => pattern.test(type));
const isSticky = ({ type }: Node) => type === STICKY;
const isTrigger = ({ type }: Node) => /Trigger$|\.webhook$/.test(type);

/** Every connection: from, to, and of which kind. */
const links = ({ connections }: Template) =>
	Object.entries(connections).flatMap(([from, kinds]) =>
		Object.entries(kinds).flatMap(([kind, outputs]) =>
			outputs.flat().map(({ node: to }) => ({ from, to, kind })),
		),
	);

const twice = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);

/** All texts somewhere in a value. */
function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(stringsIn);
}

const drawn = (template: Template) => {
	const hanging = new Set(
		links(template)
			.filter(({ kind }) => kind !== 'main')
			.map(({ from }) => from),
	);
	return template.nodes.map((node) =>
		frameOf({
			...node,
			hangs: hanging.has(node.name),
			outputs: Math.max(1, template.connections[node.name]?.main?.length ?? 1),
		}),
	);
};

describe.each(files)('%s', (file) => {
	const template = readTemplate(file);

	it('has names and ids that are told apart, and connections that lead somewhere', () => {
		const names = template.nodes.map(({ name }) => name);
		expect(twice(names)).toEqual([]);
		expect(twice(template.nodes.map(({ id }) => id))).toEqual([]);
		const named = links(template).flatMap(({ from, to }) => [from, to]);
		const pinned = Object.keys(template.pinData);
		expect([...named, ...pinned].filter((name) => !names.includes(name))).toEqual([]);
		const reachable = new Set(named);
		const alone = template.nodes.filter((node) => !isSticky(node) && !reachable.has(node.name));
		expect(alone.map(({ name }) => name)).toEqual([]);
	});

	it('names nodes in its expressions that are there', () => {
		const names = template.nodes.map(({ name }) => name);
		const asked = [...(texts.get(file) ?? '').matchAll(/\$\('([^']+)'\)/g)];
		expect(asked.map(([, name = '']) => name).filter((name) => !names.includes(name))).toEqual([]);
	});

	it('asks for the credentials that npm start makes, and holds nothing of a machine', () => {
		const known = [exampleCredential, modelCredential];
		for (const { type, credentials = {} } of template.nodes) {
			for (const [kind, { name }] of Object.entries(credentials)) {
				expect(known).toContainEqual({ type: kind, name });
			}
			if (/linqapp|lmChat|openAi/.test(type)) expect(Object.keys(credentials)).toHaveLength(1);
		}
		expect(texts.get(file)).not.toMatch(/127\.0\.0\.1|localhost|http:\/\/|webhookId|instanceId/);
	});

	it('can be read from left to right, and nothing lies on anything else', () => {
		expect(overlaps(drawn(template))).toEqual([]);
		const left = new Map(template.nodes.map(({ name, position }) => [name, position[0]]));
		const backwards = links(template).filter(
			({ from, to, kind }) => kind === 'main' && (left.get(from) ?? 0) >= (left.get(to) ?? 0),
		);
		expect(backwards).toEqual([]);
		expect(template.nodes.flatMap(({ position }) => position).filter((at) => at % 16)).toEqual([]);
	});

	it('begins with a note that says what it does, how to set it up and how to try it', () => {
		const notes = template.nodes.filter(isSticky);
		const [about, ...others] = notes;
		expect(about?.name).toBe('About this workflow');
		expect(about?.parameters.content).toMatch(/^## .+\n[^]+\*\*Set up\*\*\n1\. /);
		const edge = Math.min(...template.nodes.map(({ position }) => position[0]));
		expect(about?.position[0]).toBe(edge);
		for (const { parameters } of others) expect(parameters.content).toMatch(/^### .+\n/);
		// Notes call nodes by their names.
		const names = new Set(template.nodes.map(({ name }) => name));
		const bold = notes.flatMap(({ parameters }) =>
			[...String(parameters.content).matchAll(/in \*\*([^*]+)\*\*/g)].map(([, name = '']) => name),
		);
		expect(bold.filter((name) => !names.has(name))).toEqual([]);
	});

	it('sends and writes nothing when it is executed with its pinned data', () => {
		const starts = template.nodes.filter(isTrigger).map(({ name }) => name);
		const schedules = ofKind(template, /\.(scheduleTrigger|manualTrigger)$/).map(({ name }) => name);
		const acting = [
			...ofKind(template, /\.(linq|agent|openAi|executeWorkflow)$/),
			...ofKind(template, /\.dataTable$/).filter(
				({ parameters: { resource, operation } }) => resource === 'row' && !/^get|Exists$/.test(String(operation)),
			),
		].map(({ name }) => name);
		const needed = [...starts.filter((name) => !schedules.includes(name)), ...acting];
		expect(needed.filter((name) => !(name in template.pinData))).toEqual([]);
	});

	it('fills in fields that the Linq nodes have, and all that they need', () => {
		for (const node of ofKind(template, /linqapp\.linq/)) {
			// n8n makes other kinds of nodes of the Linq node, with the same fields.
			const { description } = node.type.endsWith('Trigger') ? new LinqTrigger() : new Linq();
			const { properties } = description;
			const stored = node as INode;
			const issues = NodeHelpers.getNodeParametersIssues(properties, stored, description);
			const { parameters } = stored;
			const read = NodeHelpers.getNodeParameters(
				properties,
				parameters,
				true,
				false,
				stored,
				description,
			);
			const { name } = node;
			expect({ name, issues, read }).toMatchObject({ name, issues: null, read: parameters });
		}
	});

	it('shows of the Linq node what the Linq node gives', () => {
		for (const { name, parameters } of ofKind(template, /linqapp\.linq$/)) {
			const { resource, operation } = parameters;
			const path = `nodes/Linq/__schema__/v1.0.0/${String(resource)}/${String(operation)}.json`;
			const { properties } = z
				.object({ properties: z.record(z.unknown()) })
				.parse(JSON.parse(readFileSync(join(projectFolder, path), 'utf8')));
			const given = (template.pinData[name] ?? []).flatMap(({ json }) => Object.keys(json));
			expect(given.filter((key) => !(key in properties) && !ADDED.includes(key))).toEqual([]);
		}
	});

	it('asks nobody to answer with a word that opts out', () => {
		const said = template.nodes
			.filter(({ type }) => /linqapp\.linq/.test(type))
			.flatMap(({ parameters }) => stringsIn(parameters));
		const words = said.flatMap((text) => text.split(/[^\w-]+/)).filter(isOptOut);
		expect(words).toEqual([]);
	});
});

test('no Data Table has a name that is part of the name of another', () => {
	const names = files
		.flatMap((file) => readTemplate(file).nodes)
		.flatMap(({ parameters }) => stringsIn(parameters.tableName ?? []));
	const all = [...new Set(names)];
	expect(all).not.toEqual([]);
	const within = all.filter((name) => all.some((other) => other !== name && other.includes(name)));
	expect(within).toEqual([]);
});

test('npm start says what to try with each but the one that is on', () => {
	expect(Object.keys(TO_TRY).sort()).toEqual(
		files.filter((file) => file !== 'auto-reply.json').sort(),
	);
});

test('docs/templates.md lists them all', () => {
	const page = readFileSync(join(projectFolder, 'docs', 'templates.md'), 'utf8');
	const listed = [...page.matchAll(/\]\(\.\.\/examples\/([\w-]+\.json)\)/g)].map(([, file]) => file);
	expect(listed.sort()).toEqual([...files].sort());
});
