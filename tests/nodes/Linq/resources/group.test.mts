import { locator, routes, seeded, useSandbox } from '../../../support/linq.mts';

const { run } = useSandbox();
const chatId = locator(seeded.group);
const path = `/v3/chats/${seeded.group}/participants`;

test('Participant > Add', async () => {
	const result = await run('participant', 'add', { chatId, handle: '+1 202 555 0133' });
	expect(routes(result)).toEqual([`POST ${path}`]);
	expect(result.sent).toEqual({ handle: '+12025550133' });
	expect(result.json[0]).toMatchObject({
		success: true,
		chat_id: seeded.group,
		handle: '+12025550133',
	});
});

test('Participant > Remove sends its body with DELETE, and says deleted', async () => {
	const result = await run('participant', 'remove', { chatId, handle: seeded.ben });
	expect(routes(result)).toEqual([`DELETE ${path}`]);
	expect(result.sent).toEqual({ handle: seeded.ben });
	expect(result.json[0]).toMatchObject({
		deleted: true,
		chat_id: seeded.group,
		handle: seeded.ben,
	});
});

test('a participant must be a number or an address', async () => {
	const { error, requests } = await run('participant', 'add', { chatId, handle: 'Ben' });
	expect(error?.message).toBe('Handle is not a valid phone number: "Ben"');
	expect(requests).toEqual([]);
});
