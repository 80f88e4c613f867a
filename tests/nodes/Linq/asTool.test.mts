import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import { runAgent } from '../../support/engine/agent.mts';
import { locator, seeded, useSandbox } from '../../support/linq.mts';

const { sandbox, credential } = useSandbox();

const { description } = new Linq();

/** The fields of the form that n8n shows for parameters, by their labels. */
function shown(parameters: IDataObject, isTool: boolean): string[] {
	const type = { ...description, name: isTool ? 'linqTool' : 'linq' };
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		parameters as never,
		true,
		false,
		{ typeVersion: 1 },
		type,
	) as never;
	const isShown = (property: INodeProperties) =>
		NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, type);
	return description.properties.filter(isShown).map(({ displayName }) => displayName);
}

const call = async (parameters: IDataObject, ...args: IDataObject[]) => {
	const { calls } = await runAgent(
		{ node: new Linq(), credential: credential(), parameters: parameters as never },
		[args.length > 0 ? args : [{}]],
	);
	return calls[0] ?? [];
};

/** The tool's answer to the model, as items. */
const told = async (parameters: IDataObject) => {
	const [one] = await call(parameters);
	if (one?.error) throw one.error;
	return JSON.parse(one?.answer ?? '') as IDataObject[];
};

const GET = { resource: 'message', operation: 'get', messageId: seeded.fromAva };

describe('the form', () => {
	test('has Simplify in workflows, and Output with Fields as a tool', () => {
		const selected = { ...GET, outputMode: 'selected' };
		expect(shown(selected, false)).toContain('Simplify');
		expect(shown(selected, false)).not.toEqual(expect.arrayContaining(['Output']));
		expect(shown(selected, true)).toEqual(expect.arrayContaining(['Output', 'Fields']));
		expect(shown(selected, true)).not.toContain('Simplify');
		expect(shown(GET, true)).not.toContain('Fields');
	});

	test('of Send begins with what a model fills', () => {
		const send = { resource: 'message', operation: 'send' };
		expect(shown(send, true)).toEqual([
			'Resource',
			'Operation',
			'Send To',
			'To',
			'From',
			'Message Type',
			'Text',
			'Output',
			'Options',
			'Request Options',
		]);
	});
});

describe('the output', () => {
	test('is simplified at first', async () => {
		expect(await told(GET)).toEqual([expect.objectContaining({ message_id: seeded.fromAva })]);
	});

	test('can be raw', async () => {
		const raw = await told({ ...GET, outputMode: 'raw' });
		expect(raw).toEqual([
			expect.objectContaining({ id: seeded.fromAva, parts: expect.anything() as unknown }),
		]);
	});

	test('can have the selected fields alone', async () => {
		const fields = { outputMode: 'selected', outputFields: ['text', 'from'] };
		const [one] = await told({ ...GET, ...fields });
		expect(Object.keys(one ?? {}).sort()).toEqual(['from', 'text']);
	});

	test('has all fields where none is selected', async () => {
		const [one] = await told({ ...GET, outputMode: 'selected' });
		expect(one).toHaveProperty('message_id');
	});

	test('of a list has them for each of its items', async () => {
		const items = await told({
			resource: 'message',
			operation: 'getAll',
			chatId: locator(seeded.chatWithAva),
			outputMode: 'selected',
			outputFields: ['text'],
		});
		expect(items.length).toBeGreaterThan(1);
		expect(items.map((one) => Object.keys(one))).toEqual(items.map(() => ['text']));
	});

	test('says always why nothing was sent', async () => {
		sandbox().world.faults.add({ status: 403, code: 2024, message: 'Opted out' } as never);
		const [one] = await told({
			resource: 'message',
			operation: 'send',
			sendTo: 'chat',
			chatId: locator(seeded.chatWithAva),
			text: 'Hello',
			options: { ifCannotBeMessaged: 'output' },
			outputMode: 'selected',
			outputFields: ['message_id'],
		});
		expect(one).toMatchObject({ outcome: 'opted_out' });
	});
});

describe('a reaction', () => {
	const react = (reaction: string, operation = 'addReaction') =>
		call(
			{
				resource: 'message',
				operation,
				messageId: seeded.fromAva,
				reactionText: "={{ $fromAI('reaction', '', 'string') }}",
			},
			{ reaction },
		);

	const bodies = () =>
		sandbox()
			.world.record.all()
			.filter(({ method }) => method === 'POST')
			.map(({ requestBody }) => JSON.parse(requestBody) as unknown);

	test.each([
		['love', { type: 'love' }],
		[' Laugh ', { type: 'laugh' }],
		['🎉', { type: 'custom', custom_emoji: '🎉' }],
	])('is what the model says: %p', async (reaction, body) => {
		const [added] = await react(reaction);
		expect(added?.error).toBeUndefined();
		const [removed] = await react(reaction, 'removeReaction');
		expect(removed?.error).toBeUndefined();
		expect(bodies()).toEqual([
			{ operation: 'add', part_index: 0, ...body },
			{ operation: 'remove', part_index: 0, ...body },
		]);
	});

	test.each(['hooray', 'custom', 'sticker', '🎉🎉', ''])(
		'is nothing else: %p',
		async (reaction) => {
			const [one] = await react(reaction);
			expect(one?.error?.message).toMatch(
				reaction === '' ? /Reaction is empty/ : /Reaction is neither a tapback nor one emoji/,
			);
			expect(bodies()).toEqual([]);
		},
	);
});
