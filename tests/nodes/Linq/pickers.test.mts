import { callPicker } from '../../support/engine/editor.mts';
import { seeded, useSandbox } from '../../support/linq.mts';

const { credential, run, sandbox } = useSandbox();

test('chats are named after the people in them', async () => {
	const { results, paginationToken } = await callPicker(credential(), 'searchChats');
	expect(paginationToken).toBeUndefined();
	expect(results).toContainEqual({
		name: `${seeded.ava} · iMessage`,
		value: seeded.chatWithAva,
	});
	expect(results).toContainEqual({
		name: `${seeded.cleo} · SMS`,
		value: seeded.smsChat,
	});
});

test('a group with a name of its own shows it', async () => {
	await run('chat', 'update', {
		chatId: { __rl: true, mode: 'id', value: seeded.group },
		updateFields: { displayName: 'Tasting' },
	});
	await sandbox().settled();
	const { results } = await callPicker(credential(), 'searchChats', 'tasting');
	expect(results).toEqual([
		{ name: expect.stringMatching(/^Tasting \(.*\) · iMessage$/) as string, value: seeded.group },
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

test('lines are found by a part of their number', async () => {
	expect((await callPicker(credential(), 'searchLines')).results).toEqual([
		{ name: seeded.line, value: seeded.line },
		{ name: seeded.secondLine, value: seeded.secondLine },
	]);
	expect((await callPicker(credential(), 'searchLines', '0101')).results).toHaveLength(1);
});

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
