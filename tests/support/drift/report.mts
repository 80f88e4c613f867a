import { EVENTS } from '../../../nodes/shared/events.ts';
import { operations as handlers } from '../../../sandbox/api/index.mts';
import { contract, contractOperations } from '../contract.mts';
import type { Evidence } from './evidence.mts';
import { nodeOperations } from './fields.mts';
import { LEFT_OUT_PROPERTIES, LEFT_OUT_ROUTES, LEFT_OUT_VALUES } from './leftOut.mts';

/**
 * docs/coverage.md.
 *
 * @param evidence what the operations of the node were seen to do
 * @param control events by the verbs of the sandbox's control side
 */
export function report(evidence: Map<string, Evidence>, control: Map<string, Set<string>>): string {
	const routes = [...contractOperations.keys()];
	const inNode = routes.filter((route) => nodeOperations.some((one) => one.route === route));
	const rows = eventRows(evidence, control);
	const byItself = rows.filter(([, , way]) => way !== ANY_EVENT);
	return [
		'# Coverage',
		'Made by `npm run coverage` out of the contract, the nodes and what they do in the sandbox. `tests/contract/coverage.test.mts` fails when it is out of date.',
		`The contract is compiled from Linq's public sources up to ${contract.info['x-source-version']}; \`contract/behaviour.md\` lists them.`,
		`Of the ${routes.length} operations of \`contract/openapi.yaml\` the Linq node has ${inNode.length}, the sandbox ${routes.filter(isInSandbox).length}. Of its events Linq Trigger has ${EVENTS.length}; the sandbox fires ${byItself.length} of them by what one does there, and any of them with \`${ANY_EVENT}\`.`,
		'## Operations',
		table(['Route', 'Operation of the contract', 'Linq node', 'Sandbox'], operationRows(routes)),
		'## Events',
		table(['Event', 'Linq Trigger', 'The sandbox fires it with'], rows),
		'## Left out',
		table(['What', 'Why'], leftOutRows()),
		'',
	].join('\n\n');
}

const ANY_EVENT = 'POST /sandbox/events';

const idOf = (route: string) => contractOperations.get(route)?.operationId ?? '';

const isInSandbox = (route: string) => idOf(route) in handlers;

function operationRows(routes: string[]): string[][] {
	return routes.map((route) => {
		const labels = nodeOperations.filter((one) => one.route === route).map(({ label }) => label);
		const inNode = labels.join(', ') || 'left out';
		return [`\`${route}\``, idOf(route), inNode, isInSandbox(route) ? 'yes' : 'no'];
	});
}

function eventRows(evidence: Map<string, Evidence>, control: Map<string, Set<string>>): string[][] {
	return EVENTS.map(({ value, name }) => {
		const operations = nodeOperations
			.filter((one) => evidence.get(one.name)?.events.has(value))
			.map(({ label }) => label);
		const verbs = [...control].filter(([, events]) => events.has(value)).map(([way]) => way);
		return [`\`${value}\``, name, [...operations, ...verbs].join(', ') || ANY_EVENT];
	});
}

function leftOutRows(): string[][] {
	const labelOf = (name: string) => nodeOperations.find((one) => one.name === name)?.label ?? name;
	return [
		...Object.entries(LEFT_OUT_ROUTES).map(([route, why]) => [`\`${route}\``, why]),
		...Object.entries(LEFT_OUT_PROPERTIES).flatMap(([route, properties]) =>
			Object.entries(properties).map(([name, why]) => [`\`${name}\` of \`${route}\``, why]),
		),
		...Object.entries(LEFT_OUT_VALUES).flatMap(([name, values]) =>
			Object.entries(values).map(([value, why]) => [`\`${value}\` in ${labelOf(name)}`, why]),
		),
	];
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

const table = (head: string[], rows: string[][]) =>
	[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
