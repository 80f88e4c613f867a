import { locator, routes, seeded, useSandbox } from '../../../support/linq.mts';

const { run } = useSandbox();

test.each([
	['start', 'POST'],
	['stop', 'DELETE'],
])('Typing > %s', async (operation, method) => {
	const result = await run('typing', operation, { chatId: locator(seeded.chatWithAva) });
	expect(routes(result)).toEqual([`${method} /v3/chats/${seeded.chatWithAva}/typing`]);
	expect(result.json).toEqual([{ success: true, chat_id: seeded.chatWithAva }]);
});
