import type { INode } from 'n8n-workflow';

import { routes, seeded, UNKNOWN_ID, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

const time = new TurnedClock();
const { run, sandbox } = useSandbox({ now: time.now, capabilityIntervalMs: 10_000 });

beforeEach(() => {
	time.waits = [];
	time.install();
});
afterEach(() => jest.restoreAllMocks());

const get = (id: string) => `GET /v3/messages/${id}`;

describe('Message > Get Status', () => {
	const { toAva, fromAva } = seeded;

	test('says how far messages have got, whether each item has one or one has many', async () => {
		const one = await run('message', 'getStatus', { messageIds: '={{ $json.id }}' }, [
			{ id: toAva },
			{ id: fromAva },
		]);
		expect(one.json[0]).toEqual({
			message_id: toAva,
			chat_id: seeded.chatWithAva,
			status: 'delivered',
			service: 'iMessage',
			created_at: expect.any(String) as string,
			sent_at: expect.any(String) as string,
			delivered_at: expect.any(String) as string,
			read_at: null,
		});
		expect(one.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		for (const messageIds of [`${toAva}, ${fromAva}`, '={{ $json.ids }}']) {
			const many = await run('message', 'getStatus', { messageIds }, [{ ids: [toAva, fromAva] }]);
			expect(many.json).toEqual(one.json);
			expect(many.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		}
	});

	test('a message that Linq does not have hides none of the others', async () => {
		const { json, error } = await run('message', 'getStatus', {
			messageIds: `${toAva},${UNKNOWN_ID},${fromAva}`,
		});
		expect(error).toBeUndefined();
		expect(json.map(({ message_id: id, status }) => [id, status])).toEqual([
			[toAva, 'delivered'],
			[UNKNOWN_ID, 'not_found'],
			[fromAva, 'received'],
		]);
	});

	test('keeps to the pace of Linq', async () => {
		sandbox().world.faults.add({ status: 429, retry_after: 20, times: 1 });
		const result = await run('message', 'getStatus', { messageIds: `${toAva},${fromAva}` });
		expect(result.json).toHaveLength(2);
		expect(routes(result)).toEqual([get(toAva), get(toAva), get(fromAva)]);
		expect(time.waits).toEqual([20_000]);
	});

	test.each([
		['', 'Message IDs is empty'],
		['={{ [] }}', 'Message IDs is empty'],
		[`${toAva}, +12025550111`, 'Message IDs is not a valid ID: "+12025550111"'],
	])('%j is refused before Linq is asked', async (messageIds, message) => {
		const { error, requests } = await run('message', 'getStatus', {
			messageIds: messageIds || '={{ "" }}',
		});
		expect(error?.message).toBe(message);
		expect(requests).toEqual([]);
	});

	test('another failure is an error', async () => {
		sandbox().world.faults.add({ status: 403, code: 2005 });
		expect((await run('message', 'getStatus', { messageIds: toAva })).error?.message).toMatch(
			/2005/,
		);
	});
});

describe.each([
	['checkIMessage', 'check_imessage'],
	['checkRcs', 'check_rcs'],
])('Capability > %s', (operation, path) => {
	const check = (people: string[], settings: Partial<INode> = {}) =>
		run(
			'capability',
			operation,
			{ address: '={{ $json.to }}' },
			people.map((to) => ({ to })),
			{ settings },
		);

	const asked = (result: Awaited<ReturnType<typeof check>>) =>
		result.requests
			.filter(({ status }) => status === 200)
			.map(({ requestBody }) => (JSON.parse(requestBody) as { address: string }).address);

	test('takes a list of any length at the pace of Linq, and asks for each person once', async () => {
		const people = Array.from({ length: 15 }, (_, at) => `+1202555${1000 + at}`);
		const result = await check([...people, ...people, '+1 (202) 555-1000']);
		expect(result.error).toBeUndefined();
		expect(result.json).toHaveLength(31);
		expect(result.json[30]).toEqual(result.json[0]);
		expect(asked(result)).toEqual(people);
		expect(result.requests[0]?.path).toBe(`/v3/capability/${path}`);
	});

	test('Retry On Fail does not ask again what is known', async () => {
		sandbox().world.faults.add({ status: 403, times: 1 });
		// n8n runs all items again when the first one failed.
		const result = await check([seeded.ava, seeded.ben], {
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 2,
			waitBetweenTries: 1,
		});
		expect(result.json.map(({ address }) => address)).toEqual([seeded.ava, seeded.ben]);
		expect(asked(result)).toEqual([seeded.ben, seeded.ava]);
	});
});
