import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { StoredMessage } from '../../../../nodes/Linq/message/unanswered.ts';
import {
	describeUnanswered,
	newestUnanswered,
	readEnd,
} from '../../../../nodes/Linq/message/unanswered.ts';
import { clock } from '../../../../nodes/Linq/send/clock.ts';
import { locator, routes, seeded, UNKNOWN_ID, useSandbox } from '../../../support/linq.mts';

let now = Date.parse('2026-11-01T12:00:00Z');
const { run, sandbox, client } = useSandbox({ now: () => now });
const chatId = locator(seeded.chatWithAva);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeEach(() => {
	jest.spyOn(clock, 'now').mockImplementation(() => now);
});

afterEach(() => jest.restoreAllMocks());

/** Somebody writes; a moment passes with each message. */
async function receive(body: object): Promise<string> {
	now += 1000;
	const message = { from: seeded.ava, ...body };
	return (await client().act<{ message_id: string }>('/receive', message)).message_id;
}

async function answer(text: string): Promise<string> {
	now += 1000;
	const { json } = await run('message', 'send', { sendTo: 'chat', chatId, text });
	await sandbox().settled();
	return json[0]?.message_id as string;
}

async function unanswered(parameters: INodeParameters = {}, input?: IDataObject[]) {
	const result = await run('message', 'getUnanswered', { chatId, ...parameters }, input);
	expect(result.error).toBeUndefined();
	return result.json[0] ?? {};
}

describe('several quick texts', () => {
	test('become one, oldest first', async () => {
		await answer('Done!');
		const first = await receive({ text: 'Hi' });
		const photo = { type: 'media', url: 'https://example.com/cat.jpg' };
		const second = await receive({ parts: [photo] });
		await receive({ parts: [{ type: 'link', value: 'https://a.example/menu' }] });
		const last = await receive({ text: 'What is this?' });
		expect(await unanswered()).toMatchObject({
			chat_id: seeded.chatWithAva,
			message_id: last,
			from: seeded.ava,
			text: 'Hi\nWhat is this?',
			links: ['https://a.example/menu'],
			media: [{ kind: 'image', url: 'https://example.com/cat.jpg' }],
			messages: [
				{ message_id: first, text: 'Hi', direction: 'inbound' },
				{ message_id: second, text: '', media: [{ kind: 'image' }] },
				{ links: ['https://a.example/menu'] },
				{ message_id: last, text: 'What is this?' },
			],
			count: 4,
			has_more: false,
			is_latest: null,
			outbound_since_reply: 0,
			sessionId: seeded.chatWithAva,
			chatInput: 'Hi\nhttps://a.example/menu\nWhat is this?',
		});
	});

	test('are answered by the execution of the newest alone', async () => {
		const ids = [
			await receive({ text: 'One' }),
			await receive({ text: 'Two' }),
			await receive({ text: 'Three' }),
		];
		// The field holds an expression that takes the id out of the trigger's item.
		const all = await run(
			'message',
			'getUnanswered',
			{ chatId },
			ids.map((message_id) => ({ message_id })),
		);
		expect(all.json.map(({ is_latest }) => is_latest)).toEqual([false, false, true]);
		await answer('Got it');
		for (const newestMessageId of ids) {
			expect(await unanswered({ newestMessageId })).toMatchObject({
				is_latest: false,
				count: 0,
				text: '',
				chatInput: '',
				messages: [],
				media: [],
				message_id: null,
			});
		}
	});

	test('of the same moment have one newest, too', async () => {
		now -= 1000;
		const ids: string[] = [];
		for (const text of ['One', 'Two', 'Three']) {
			now -= 1000;
			ids.push(await receive({ text }));
		}
		const latest = await Promise.all(
			ids.map(async (newestMessageId) => (await unanswered({ newestMessageId })).is_latest),
		);
		expect(latest).toEqual([false, false, true]);
	});

	test('of a group say who wrote them', async () => {
		await receive({ chat_id: seeded.group, text: 'Lunch?' });
		await receive({ chat_id: seeded.group, from: '+12025550114', text: 'Yes!' });
		expect(await unanswered({ chatId: locator(seeded.group) })).toMatchObject({
			text: 'Looking forward to it.\nLunch?\nYes!',
			messages: [{ from: seeded.ben }, { from: seeded.ava }, { from: '+12025550114' }],
		});
	});
});

test('a message of ours that did not arrive answers nobody', async () => {
	await answer('Hello');
	await receive({ text: 'Are you there?' });
	await client().failNext(seeded.ava, 4001);
	await answer('I am');
	expect(await unanswered()).toMatchObject({ text: 'Are you there?', outbound_since_reply: 0 });
});

describe('how long they have been silent', () => {
	test('in days, and what was sent meanwhile', async () => {
		await receive({ text: 'I will think about it' });
		await answer('Take your time');
		now += DAY / 2;
		await answer('Any news?');
		now += DAY;
		expect(await unanswered()).toMatchObject({
			count: 0,
			days_since_reply: 1.5,
			outbound_since_reply: 2,
		});
	});

	test('is not known of who never wrote', async () => {
		const [sent] = (await run('message', 'send', { to: '+12025550177', text: 'Hi' })).json;
		expect(await unanswered({ chatId: locator(sent?.chat_id as string) })).toMatchObject({
			days_since_reply: null,
			outbound_since_reply: 1,
			count: 0,
			has_more: false,
		});
	});
});

describe('long chats', () => {
	const receiveMany = async (count: number) => {
		const ids: string[] = [];
		for (let index = 1; index <= count; index++) ids.push(await receive({ text: `${index}` }));
		return ids;
	};

	test('give the newest, and say that there are more', async () => {
		await receiveMany(5);
		const found = await unanswered({ options: { maxUnanswered: 3 } });
		expect(found).toMatchObject({ text: '3\n4\n5', count: 3, has_more: true });
		expect(await unanswered({ options: { maxUnanswered: 6 } })).toMatchObject({ has_more: false });
	});

	test('are read page by page, and not further than it takes', async () => {
		await receiveMany(60);
		const result = await run('message', 'getUnanswered', {
			chatId,
			options: { maxUnanswered: 100 },
		});
		// Ava's last message in the seed is unanswered too.
		expect(result.json[0]).toMatchObject({ count: 61, has_more: false });
		expect(routes(result)).toEqual([
			`GET /v3/chats/${seeded.chatWithAva}/messages?limit=50`,
			expect.stringMatching(/messages\?limit=50&cursor=/),
		]);
	});
});

describe('Message ID', () => {
	test('that the list does not have yet is the newest: nobody else will answer it', async () => {
		const newestMessageId = await receive({ text: 'Just now' });
		sandbox().world.faults.add({
			operation_id: 'getMessages',
			times: 1,
			body: JSON.stringify({ messages: [], next_cursor: null }),
		});
		expect(await unanswered({ newestMessageId })).toMatchObject({
			is_latest: true,
			text: 'Just now',
			count: 1,
		});
	});

	test('that lies far back is not', async () => {
		const newestMessageId = await receive({ text: 'Long ago' });
		for (let index = 0; index < 5; index++) await receive({ text: `${index}` });
		const options = { maxUnanswered: 2 };
		expect(await unanswered({ newestMessageId, options })).toMatchObject({ is_latest: false });
		const path = `/v3/chats/${seeded.chatWithAva}/messages?limit=1`;
		const { messages } = await client().ask('GET', path);
		const body = JSON.stringify({ messages, next_cursor: null });
		sandbox().world.faults.add({ operation_id: 'getMessages', times: 1, body });
		expect(await unanswered({ newestMessageId })).toMatchObject({ is_latest: false, count: 1 });
	});

	test('that is gone is not the newest, whatever else is there', async () => {
		expect(await unanswered({ newestMessageId: UNKNOWN_ID })).toMatchObject({ is_latest: false });
		await receive({ text: 'Hi' });
		expect(await unanswered({ newestMessageId: UNKNOWN_ID })).toMatchObject({
			is_latest: false,
			text: expect.stringContaining('Hi') as string,
		});
		sandbox().world.faults.add({ operation_id: 'getMessage', status: 403 });
		const { error } = await run('message', 'getUnanswered', {
			chatId,
			newestMessageId: UNKNOWN_ID,
		});
		expect(error?.message).toMatch(/Linq error/);
	});

	test('of another chat or malformed is an error that says so', async () => {
		const other = await receive({ from: seeded.ben, text: 'Hi' });
		for (const [newestMessageId, reason] of [
			[other, 'Message ID is of a message in another chat'],
			['abc', 'Message ID is not a valid ID: "abc"'],
		]) {
			const { error, json } = await run('message', 'getUnanswered', { chatId, newestMessageId });
			expect(error?.message).toContain(reason);
			expect(json).toEqual([]);
		}
	});
});

test('files come along with Download Files', async () => {
	const attachment_id = await client().attach('note.txt', Buffer.from('Bring the blue folder'));
	await answer('Hello');
	await receive({ parts: [{ type: 'media', attachment_id }] });
	await receive({ text: 'See the note' });
	const { items } = await run('message', 'getUnanswered', {
		chatId,
		options: { downloadMedia: true },
	});
	expect(items[0]?.binary).toMatchObject({ media_0: { fileName: 'note.txt' } });
	expect(items[0]?.json).toMatchObject({
		text: 'See the note',
		media: [{ attachment_id, binary_field: 'media_0' }],
	});
});

describe('whatever order Linq lists messages in', () => {
	const message = (minute: number, isOurs = false, more: object = {}): StoredMessage => ({
		id: `${minute}`,
		chat_id: 'c',
		created_at: new Date(now + minute * MINUTE).toISOString(),
		is_from_me: isOurs,
		delivery_status: isOurs ? 'delivered' : 'received',
		...more,
	});
	const all = Array.from({ length: 7 }, (_, minute) => message(minute, minute === 2));

	const pagesOf = (messages: StoredMessage[], size: number) => {
		let asked = 0;
		const getPage = (cursor = '0') => {
			asked++;
			const from = Number(cursor);
			const next = from + size < messages.length ? `${from + size}` : null;
			return Promise.resolve({ messages: messages.slice(from, from + size), next_cursor: next });
		};
		return { getPage, asked: () => asked };
	};

	test.each([
		['newest first', [...all].reverse(), 3],
		['oldest first', all, 4],
	])('%s', async (_, list, pages) => {
		const { getPage, asked } = pagesOf(list, 2);
		const end = await readEnd(getPage, 50);
		expect(end.messages.slice(0, 5).map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2']);
		expect(end.isWhole).toBe(true);
		expect(asked()).toBe(pages);
	});

	test('a chat without end is given up after ten pages', async () => {
		let asked = 0;
		const getPage = () => {
			asked++;
			return Promise.resolve({ messages: [message(-asked)], next_cursor: `${asked}` });
		};
		expect(await readEnd(getPage, 50)).toMatchObject({ isWhole: false });
		expect(asked).toBe(10);
		const fromItsBeginning = () => {
			asked++;
			const messages = [message(2 * asked), message(2 * asked + 1)];
			return Promise.resolve({ messages, next_cursor: `${asked}` });
		};
		await expect(readEnd(fromItsBeginning, 50)).rejects.toThrow('from its beginning');
	});

	test('messages beyond the limit are not read', async () => {
		const { getPage, asked } = pagesOf([...all].slice(3).reverse(), 1);
		expect(await readEnd(getPage, 2)).toMatchObject({ isWhole: false, messages: [{}, {}, {}] });
		expect(asked()).toBe(3);
	});

	test('a cursor that does not move on is the end', async () => {
		let asked = 0;
		const getPage = () => {
			asked++;
			return Promise.resolve({ messages: [message(1)], next_cursor: 'same' });
		};
		expect(await readEnd(getPage, 50)).toMatchObject({ isWhole: true, messages: [{}] });
		expect(asked).toBe(2);
	});

	test('a message recovered late does not count as the newest', async () => {
		const late = message(9, false, { reconciled_at: new Date(now).toISOString() });
		const end = await readEnd(pagesOf([late, message(8)], 2).getPage, 50);
		expect(newestUnanswered(end)).toMatchObject({ id: '8' });
		expect(describeUnanswered('c', end, 50, now)).toMatchObject({ count: 2 });
	});

	test('a message on two pages counts once', async () => {
		const pages = [
			[message(3), message(2)],
			[message(2), message(1, true)],
		];
		let asked = 0;
		const getPage = () =>
			Promise.resolve({ messages: pages[asked++] ?? [], next_cursor: `${asked}` });
		const { messages } = await readEnd(getPage, 50);
		expect(messages.map(({ id }) => id)).toEqual(['3', '2', '1']);
	});
});
