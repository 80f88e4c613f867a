import { Lab, SEED } from './support/lab.mts';

interface Page {
	messages: Array<{ id: string; chat_id: string }>;
	chats: Array<{ id: string }>;
	next_cursor: string | null;
}

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start({ rateLimit: false });
});
afterEach(() => lab.close());

const page = async (path: string): Promise<Page> => (await lab.client.api<Page>('GET', path)).body;

test('messages come newest first, page by page, each once, even while others arrive', async () => {
	const sent: string[] = [];
	for (let index = 0; index < 7; index++) {
		sent.push((await lab.send(SEED.avaChat, `message ${index}`)).body.message.id);
	}
	const path = `/v3/chats/${SEED.avaChat}/messages?limit=4`;
	const first = await page(path);
	await lab.send(SEED.avaChat, 'in between');
	const second = await page(`${path}&cursor=${first.next_cursor}`);
	const third = await page(`${path}&cursor=${second.next_cursor}`);
	const ids = [first, second, third].flatMap((one) => one.messages.map((message) => message.id));
	expect(ids.slice(0, 7)).toEqual([...sent].reverse());
	expect(ids).toHaveLength(10);
	expect(new Set(ids).size).toBe(10);
	expect(third.next_cursor).toBeNull();
});

test('the last full page has no cursor', async () => {
	const only = await page(`/v3/chats/${SEED.avaChat}/messages?limit=3`);
	expect(only.messages).toHaveLength(3);
	expect(only.next_cursor).toBeNull();
});

test('messages default to 50 a page, chats to 20', async () => {
	for (let index = 0; index < 50; index++) await lab.send(SEED.avaChat, String(index));
	expect((await page(`/v3/chats/${SEED.avaChat}/messages`)).messages).toHaveLength(50);
	for (let index = 0; index < 20; index++) {
		const from = `+120255502${String(index).padStart(2, '0')}`;
		await lab.client.control('POST', '/receive', { from, text: 'Hi' });
	}
	const chats = await page('/v3/chats');
	expect(chats.chats).toHaveLength(20);
	expect((await page(`/v3/chats?cursor=${chats.next_cursor}`)).chats).toHaveLength(4);
});

test('a cursor that is a number, as in Linq’s own sample, leaves out that many', async () => {
	const all = await page('/v3/chats');
	const { chats, next_cursor } = await page('/v3/chats?limit=2&cursor=1');
	expect(chats).toEqual(all.chats.slice(1, 3));
	expect((await page(`/v3/chats?limit=2&cursor=${next_cursor}`)).chats).toEqual(all.chats.slice(3));
	expect(await page('/v3/chats?cursor=20')).toEqual({ chats: [], next_cursor: null });
});

test('chats are filtered by line and by participant', async () => {
	const ids = async (query: string) => (await page(`/v3/chats?${query}`)).chats.map((c) => c.id);
	expect(await ids(`from=${encodeURIComponent(SEED.secondLine)}`)).toEqual([SEED.smsChat]);
	expect(await ids(`to=${encodeURIComponent(SEED.ben)}`)).toEqual([SEED.group, SEED.benChat]);
	expect(
		await ids(`to=${encodeURIComponent(SEED.ben)}&from=${encodeURIComponent(SEED.secondLine)}`),
	).toEqual([]);
});
