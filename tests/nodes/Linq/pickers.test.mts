import { callPicker } from '../../support/engine/editor.mts';
import { seeded, UNKNOWN_ID, useSandbox } from '../../support/linq.mts';

const { credential, run, sandbox, client } = useSandbox();

test('chats are named after the people in them, with the line that writes to them', async () => {
	const { results, paginationToken } = await callPicker(credential(), 'searchChats');
	expect(paginationToken).toBeUndefined();
	expect(results).toContainEqual({
		name: '+1 202 555 0111 · iMessage · your line …0100',
		value: seeded.chatWithAva,
	});
	expect(results).toContainEqual({
		name: '+1 202 555 0113 · SMS · your line …0101',
		value: seeded.smsChat,
	});
});

test('a group without a name is known by its size and its members', async () => {
	const { results } = await callPicker(credential(), 'searchChats', seeded.group);
	expect(results).toEqual([
		{
			name: 'Group of 4: +1 202 555 0111, +1 202 555 0112, +1 202 555 0114 · iMessage · your line …0100',
			value: seeded.group,
		},
	]);
});

test('a group with a name of its own shows it', async () => {
	await run('chat', 'update', {
		chatId: { __rl: true, mode: 'id', value: seeded.group },
		updateFields: { displayName: 'Tasting' },
	});
	await sandbox().settled();
	const { results } = await callPicker(credential(), 'searchChats', 'tasting');
	expect(results).toEqual([
		{
			name: expect.stringMatching(/^Tasting: \+1 .* · iMessage · your line …0100$/) as string,
			value: seeded.group,
		},
	]);
});

test('chats are found by number and by ID', async () => {
	const byNumber = await callPicker(credential(), 'searchChats', '0112');
	expect(byNumber.results.map(({ value }) => value).sort()).toEqual([
		seeded.chatWithBen,
		seeded.group,
	]);
	const byId = await callPicker(credential(), 'searchChats', seeded.smsChat);
	expect(byId.results.map(({ value }) => value)).toEqual([seeded.smsChat]);
});

describe('with 300 chats', () => {
	const numberOf = (index: number) => `+1415555${String(1000 + index)}`;
	const ids: string[] = [];

	beforeEach(async () => {
		ids.length = 0;
		for (let index = 0; index < 300; index++) {
			const from = numberOf(index);
			ids.push((await client().receive(from, 'Hi')).chat_id);
		}
	});

	const callsFor = async (filter: string, token?: string) => {
		const before = sandbox().world.record.all().length;
		const found = await callPicker(credential(), 'searchChats', filter, token);
		const paths = sandbox()
			.world.record.all()
			.slice(before)
			.map(({ path }) => path);
		return { ...found, paths };
	};

	test('a whole number is asked of Linq, and so is an ID', async () => {
		for (const filter of [numberOf(3), '+1 (415) 555-1003', '001 415 555 1003']) {
			const { results, paths } = await callsFor(filter);
			expect(results.map(({ value }) => value)).toEqual([ids[3]]);
			expect(paths).toEqual([`/v3/chats?limit=100&to=${encodeURIComponent(numberOf(3))}`]);
		}
		const byId = await callsFor(ids[3] ?? '');
		expect(byId.results.map(({ value }) => value)).toEqual([ids[3]]);
		expect(byId.paths).toEqual([`/v3/chats/${ids[3]}`]);
		expect((await callsFor(UNKNOWN_ID)).results).toEqual([]);
	});

	test('a part of a number is found on a later page, and lists go on page by page', async () => {
		for (const filter of ['5551003', '555-1003', '415 555 1003', '(415) 555.10 03']) {
			const { results, paths, paginationToken } = await callsFor(filter);
			expect(results.map(({ value }) => value)).toEqual([ids[3]]);
			expect(paths).toHaveLength(4);
			expect(paginationToken).toBeUndefined();
		}
		for (const filter of ['', '555-1']) {
			const first = await callsFor(filter);
			expect(first.paths).toHaveLength(1);
			const second = await callsFor(filter, first.paginationToken as string);
			expect(second.results).toHaveLength(100);
			expect(second.results[0]).not.toEqual(first.results[0]);
		}
	});
});

test('a search ends after ten pages and says how to go on', async () => {
	const { world } = sandbox();
	const [chat] = world.state.chats.all();
	const all = Array.from({ length: 1_500 }, (_, index) => ({
		...chat,
		seq: index,
		id: `44444444-0000-4000-8000-${String(index).padStart(12, '0')}`,
	}));
	const spy = jest.spyOn(world.state.chats, 'all').mockReturnValue(all as never);
	const before = world.record.all().length;
	const { results, paginationToken } = await callPicker(credential(), 'searchChats', 'Tasting');
	spy.mockRestore();
	expect(world.record.all().length - before).toBe(10);
	expect(results).toEqual([
		{
			name: 'Only 1000 chats were searched: enter a whole number to find older ones',
			value: '',
		},
	]);
	expect(paginationToken).toEqual(expect.any(String));
});

test('lines are found by a part of their number', async () => {
	expect((await callPicker(credential(), 'searchLines')).results).toEqual([
		{ name: seeded.line, value: seeded.line },
		{ name: seeded.secondLine, value: seeded.secondLine },
	]);
	expect((await callPicker(credential(), 'searchLines', '0101')).results).toHaveLength(1);
});

test.each(['(202) 555-0101', '+1 202-555-0101', '001 202 555 0101', '555 0101', '0202 555.01 01'])(
	'lines and chats are found by %j, as people write numbers',
	async (filter) => {
		const { results } = await callPicker(credential(), 'searchLines', filter);
		expect(results.map(({ value }) => value)).toEqual([seeded.secondLine]);
		const ava = filter.replace(/01$/, '11');
		const chats = await callPicker(credential(), 'searchChats', ava);
		expect(chats.results.map(({ value }) => value)).toContain(seeded.chatWithAva);
		expect(chats.results.map(({ value }) => value)).not.toContain(seeded.chatWithBen);
	},
);

test('a picker that fails says why', async () => {
	await expect(callPicker({ ...credential(), apiToken: 'wrong' }, 'searchChats')).rejects.toThrow(
		'Linq does not accept the API token (Linq error 2004)',
	);
});

test.each([undefined, '', 5, 'linq'])(
	'a credential with the base URL %j is explained',
	async (baseUrl) => {
		const wrong = { ...credential(), baseUrl } as never;
		for (const picker of ['searchChats', 'searchLines', 'searchLineIds'] as const) {
			await expect(callPicker(wrong, picker)).rejects.toMatchObject({
				message: expect.stringMatching(
					/^The (credential has no base URL|base URL of the credential)/,
				) as string,
				description: expect.stringContaining(
					'set the base URL to https://api.linqapp.com',
				) as string,
			});
		}
	},
);
