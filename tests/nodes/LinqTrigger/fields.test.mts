import { LoadOptionsContext } from 'n8n-core';
import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { fields } from '../../../nodes/LinqTrigger/description/fields.ts';
import { LinqTrigger } from '../../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { loadLines } from '../../../nodes/LinqTrigger/description/loadLines.ts';
import { buildWorkflow } from '../../support/engine/workflow.mts';
import { seeded, useSandbox } from '../../support/linq.mts';

const { credential } = useSandbox();

/** Names of the fields that the editor shows for some events, those inside of collections too. */
function shown(events: string[], more: INodeParameters = {}): string[] {
	const values = { inboundOnly: true, ...more, events };
	const isShown = (property: INodeProperties, level: INodeParameters) =>
		NodeHelpers.displayParameter(level, property, null, null, values);
	return fields
		.filter((field) => isShown(field, values))
		.flatMap((field) => [
			field.name,
			...(field.type === 'collection' ? ((field.options ?? []) as INodeProperties[]) : [])
				.filter((option) => isShown(option, { downloadMedia: true }))
				.map(({ name }) => `${field.name}.${name}`),
		]);
}

const ALWAYS = ['events', 'lines', 'simplify'];
const FILTERS = ['chatIds', 'chatType', 'mentionsMe', 'senders', 'textContains', 'textMatches'];
const all = (...names: string[]) => names.map((name) => `filters.${name}`);

test.each<[string[], string[]]>([
	[['payment.succeeded'], []],
	[['reaction.added'], ['inboundOnly', 'filters', ...all('chatIds', 'senders')]],
	[['contact_card.received'], ['filters', ...all('senders')]],
	[['message.received'], ['inboundOnly', 'filters', ...all(...FILTERS)]],
	[['message.sent'], ['inboundOnly', 'aboutOwnNotice', 'filters', ...all(...FILTERS)]],
	[['*'], ['inboundOnly', 'filters', ...all(...FILTERS)]],
])('for %j the editor shows what makes sense', (events, expected) => {
	const withoutOptions = shown(events).filter((name) => !name.startsWith('options'));
	expect(withoutOptions.sort()).toEqual([...ALWAYS, ...expected].sort());
});

test('the notice about own messages goes with Inbound Only', () => {
	expect(shown(['message.sent'], { inboundOnly: false })).not.toContain('aboutOwnNotice');
});

test('lines are those of the account', async () => {
	const setup = { node: new LinqTrigger(), credential: credential() };
	const { workflow, node, additionalData } = buildWorkflow(setup);
	const lines = await loadLines.call(new LoadOptionsContext(workflow, node, additionalData, ''));
	expect(lines.map(({ value }) => value)).toEqual([seeded.line, seeded.secondLine]);
});

test.each([
	['filters', ['textContains', 'textMatches', 'senders', 'chatType', 'chatIds', 'mentionsMe']],
	[
		'options',
		[
			'onArrival',
			'downloadMedia',
			'mediaFieldPrefix',
			'maxFileSize',
			'skipOptOuts',
			'includeHistory',
			'defaultCountry',
		],
	],
])('%s come in the order of their use', (collection, names) => {
	const field = new LinqTrigger().description.properties.find(({ name }) => name === collection);
	expect((field?.options as INodeProperties[]).map(({ name }) => name)).toEqual(names);
});
