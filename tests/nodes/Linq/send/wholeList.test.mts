import type { IBinaryKeyData, IDataObject, INode } from 'n8n-workflow';

import { locator, seeded, useSandbox } from '../../../support/linq.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { sendOnce } from '../../../support/sendOnce.mts';

const { run } = useSandbox();

const stop: Partial<INode> = { onError: 'stopWorkflow' };

/** Sends a text to each number. */
const write = (to: string[], parameters: IDataObject = {}, setup: Partial<Setup> = {}) =>
	run(
		'chat',
		'create',
		{
			fromLine: locator(seeded.line, 'phone'),
			to: '={{ $json.to }}',
			text: '={{ $json.text }}',
			...parameters,
		} as never,
		to.map((one, index) => ({ to: one, text: `Item ${index}` })),
		{ settings: stop, ...setup },
	);

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => `+1202555${String(1000 + index)}`);

/** The same list with a number that is none in some rows. */
const withBad = (count: number, ...rows: number[]) =>
	people(count).map((number, index) => (rows.includes(index) ? '12' : number));

/** n8n's Request Options with pauses between the items. */
const paced = (batchSize: number, batchInterval: number) => ({
	requestOptions: { batching: { batch: { batchSize, batchInterval } } },
});

test.each([
	['as n8n comes', {}],
	['without batching', { requestOptions: {} }],
])('one bad number stops a list before anything is sent: %s', async (_, options) => {
	const { error, requests } = await write(withBad(12, 7), options);
	expect(requests).toEqual([]);
	expect(error?.message).toMatch(/^To .*12/);
	expect(error?.context).toMatchObject({ itemIndex: 7 });
	expect(error?.description).toMatch(
		/Nothing was sent, because the whole list is checked first: item 7 of 12 cannot be sent as it is \(n8n counts items from 0\)\.$/,
	);
});

test('an error names all items that cannot be sent', async () => {
	const { error, requests } = await write(withBad(12, 3, 5, 6, 7));
	expect(requests).toEqual([]);
	expect(error?.context).toMatchObject({ itemIndex: 3 });
	expect(error?.description).toMatch(/items 3, 5–7 of 12 cannot be sent as they are/);
});

test('with Continue the other items are sent', async () => {
	const { json, requests } = await write(
		withBad(6, 1, 4),
		{},
		{
			settings: { onError: 'continueRegularOutput' },
		},
	);
	expect(requests).toHaveLength(4);
	expect(json.map(({ error }) => error !== undefined)).toEqual([
		false,
		true,
		false,
		false,
		true,
		false,
	]);
});

test('an expression that throws in a later row lets nothing of the list be sent', async () => {
	const { error, requests } = await write(people(12), {
		text: '={{ $json.text === "Item 9" ? $json.nothing.at.all : $json.text }}',
	});
	expect(error?.context).toMatchObject({ itemIndex: 9 });
	expect(requests).toEqual([]);
});

test('with Continue an expression that throws in the last row holds nobody back', async () => {
	const { requests } = await write(
		people(4),
		{ text: '={{ $json.text === "Item 3" ? $json.nothing.at.all : $json.text }}' },
		{ settings: { onError: 'continueRegularOutput' } },
	);
	expect(requests).toHaveLength(3);
});

test('a list that is handed over with pauses of the user is checked bit by bit', async () => {
	const { error, requests } = await write(withBad(9, 4), paced(3, 20));
	expect(requests).toHaveLength(3);
	expect(error?.context).toMatchObject({ itemIndex: 4 });
	expect(error?.description).toMatch(
		/Item 4 of 9 cannot be sent as it is\. 3 of 9 items were sent .* Resume at item 3\.$/,
	);
});

test.each<[string, IDataObject, RegExp]>([
	['a text', { text: '={{ $json.text === "Item 2" ? "" : $json.text }}' }, /Text/],
	[
		'a key',
		{
			options: sendOnce(
				'exactKey',
				'={{ $json.text === "Item 2" ? "x".repeat(300) : $json.text }}',
			),
		},
		/Send Only Once > Key/,
	],
	[
		'a window',
		{
			options: {
				sendWindow: {
					window: { from: '={{ $json.text === "Item 2" ? "soon" : "00:00" }}', until: '24:00' },
				},
			},
		},
		/Send Window/,
	],
	[
		'a limit',
		{ options: { newChatsAtMost: '={{ $json.text === "Item 2" ? "few" : 9 }}' } },
		/New Chats at Most/,
	],
])('%s is checked before the first message, too', async (_, parameters, message) => {
	const { error, requests } = await write(people(3), parameters);
	expect(requests).toEqual([]);
	expect(error?.message).toMatch(message);
	expect(error?.context).toMatchObject({ itemIndex: 2 });
});

/** A voice note that is kept in its item. */
const file = (bytes?: number): IBinaryKeyData => ({
	audio: {
		data: Buffer.from('#!AMR\n').toString('base64'),
		mimeType: 'audio/amr',
		fileName: 'a.amr',
		...(bytes !== undefined && { bytes }),
	},
});

test.each<[string, IBinaryKeyData, RegExp]>([
	['is missing', {}, /no file in the field "audio"/],
	['is larger than Linq allows', file(200_000_000), /Linq allows at most/],
])('a file that %s stops a list before anything is sent', async (_, last, message) => {
	const { error, requests } = await run(
		'voiceMemo',
		'send',
		{
			chatId: locator(seeded.chatWithAva),
			audioSource: 'binary',
			audioBinaryField: 'audio',
		},
		[{}, {}],
		{ settings: stop, files: [file(), last] },
	);
	expect(requests).toEqual([]);
	expect(error?.message).toMatch(message);
	expect(error?.context).toMatchObject({ itemIndex: 1 });
});

test('what another operation can do is not a reason to stop', async () => {
	const { error, requests } = await run(
		'voiceMemo',
		'send',
		{
			chatId: locator(seeded.chatWithAva),
			voiceMemoUrl: 'https://example.com/memo.m4a',
			options: {
				ifNotPossible: 'file',
				replyTo: seeded.fromAva,
			},
		} as never,
		[{}, {}],
		{ settings: stop },
	);
	expect(error).toBeUndefined();
	expect(requests.map(({ path }) => path.split('/').at(-1))).toEqual(['messages', 'messages']);
});

test('the credential is looked at before the items', async () => {
	const { error } = await write(
		withBad(3, 1),
		{},
		{
			credential: { apiToken: 'x', baseUrl: 'nowhere' },
		},
	);
	expect(error?.message).toMatch(/base URL of the credential/);
});

test('each try of Retry On Fail checks the list', async () => {
	const { error, requests } = await write(
		withBad(4, 2),
		{},
		{
			settings: { ...stop, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		},
	);
	expect(requests).toEqual([]);
	expect(error?.description).toMatch(/Nothing was sent/);
});

test('in a loop each turn is a list of its own', async () => {
	const { error, requests } = await write(
		people(3),
		{ to: '={{ $json.loop === 1 && $json.text === "Item 1" ? "12" : $json.to }}' },
		{ loops: 3 },
	);
	expect(requests).toHaveLength(3);
	expect(error?.description).toMatch(/Nothing was sent/);
});

test('one bad text of several to the same person stops the list', async () => {
	const { error, requests } = await write(Array<string>(5).fill('+12025551000'), {
		text: '={{ $json.text === "Item 1" ? "" : $json.text }}',
	});
	expect(requests).toEqual([]);
	expect(error?.message).toBe('Text is empty');
	expect(error?.context).toMatchObject({ itemIndex: 1 });
});
