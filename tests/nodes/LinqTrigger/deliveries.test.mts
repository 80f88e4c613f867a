import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

import * as fc from '../../support/properties.mts';
import type { IDataObject } from 'n8n-workflow';

import { signatureHeaders } from '../../../sandbox/webhooks/sign.mts';
import { LinqCredentialsHelper } from '../../support/engine/credentials.mts';
import { hearWarnings } from '../../support/engine/log.mts';
import {
	activate,
	callHook,
	callWebhook,
	startWorkflow,
	type Incoming,
} from '../../support/engine/trigger.mts';
import { WEBHOOK_ID, type Setup } from '../../support/engine/workflow.mts';
import { stalls, status, useFileHost, whole } from '../../support/fileHost.mts';
import { seeded } from '../../support/linq.mts';
import { inNewProcess, useTrigger } from '../../support/trigger.mts';

const { sandbox, client, trigger, control, textIn, fire, lastDelivery } = useTrigger();

/** An active trigger. */
async function active(parameters: IDataObject = {}): Promise<Setup> {
	const setup = trigger(parameters);
	await activate(setup);
	return setup;
}

/** JSON of the item that the last delivery starts the workflow with; undefined when none starts. */
async function started(setup: Setup): Promise<IDataObject | undefined> {
	const { status, items } = await callWebhook(setup, lastDelivery());
	expect(status).toBe(200);
	return items?.[0]?.json;
}

describe('output', () => {
	test('a text becomes one flat item', async () => {
		const setup = await active();
		await textIn('Zürich 🎉');
		expect(await started(setup)).toMatchObject({
			event: 'message.received',
			chat_id: seeded.chatWithAva,
			direction: 'inbound',
			from: seeded.ava,
			to: seeded.line,
			text: 'Zürich 🎉',
		});
	});

	test("without Simplify: Linq's data beside the envelope", async () => {
		const setup = await active({ simplify: false });
		await textIn('hi');
		const { headers, rawBody } = lastDelivery();
		expect(await started(setup)).toEqual({
			event: 'message.received',
			...(JSON.parse(rawBody.toString()) as object),
		});
		expect(headers['webhook-id']).toBeDefined();
	});
});

describe('once per event', () => {
	test('the same delivery three times, and twenty times at the same moment', async () => {
		const setup = await active();
		for (const text of ['one', 'two']) {
			await textIn(text);
			const delivery = lastDelivery();
			const times = text === 'one' ? 3 : 20;
			const results = await Promise.all(
				Array.from({ length: times }, () => callWebhook(setup, delivery)),
			);
			expect(results.filter(({ items }) => items)).toHaveLength(1);
			expect(results.every(({ status }) => status === 200)).toBe(true);
		}
	});

	test('each process by itself; what several start has the same event_id', async () => {
		const setup = await active();
		await textIn('hi');
		const first = await started(setup);
		const restarted = { ...setup, node: await inNewProcess() };
		expect(await started(restarted)).toEqual(first);
		expect(first).toMatchObject({ event_id: expect.any(String) as string });
		expect(await started(restarted)).toBeUndefined();
	});

	test('but again when n8n could not start the execution', async () => {
		const setup = await active();
		await textIn('hi');
		const first = await callWebhook(setup, { ...lastDelivery(), staysOpen: true });
		first.end(500);
		const again = await callWebhook(setup, lastDelivery());
		expect(again.items).toHaveLength(1);
		again.end();
		expect(await started(setup)).toBeUndefined();
	});

	describe('a repetition while n8n is still storing the first', () => {
		/** One delivery that n8n is at, and how to repeat it. */
		const first = async () => {
			const setup = await active();
			await textIn('hi');
			const delivery = { ...lastDelivery(), staysOpen: true };
			const one = await callWebhook(setup, delivery);
			expect(one.items).toHaveLength(1);
			return { one, repeat: () => callWebhook(setup, delivery) };
		};

		test('is answered when n8n has stored it, and starts nothing', async () => {
			const { one, repeat } = await first();
			let isAnswered = false;
			const repetition = repeat().finally(() => (isAnswered = true));
			await new Promise((resolve) => setImmediate(resolve));
			expect(isAnswered).toBe(false);
			one.end();
			expect(await repetition).toMatchObject({ status: 200, items: undefined });
		});

		test('starts it when n8n could not; of several, one', async () => {
			const { one, repeat } = await first();
			const repetitions = [repeat(), repeat(), repeat()];
			await new Promise((resolve) => setImmediate(resolve));
			one.end(500);
			const second = await Promise.race(repetitions);
			expect(second).toMatchObject({ status: 200, items: [{}] });
			second.end();
			const all = await Promise.all(repetitions);
			expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
			expect(all.filter(({ items }) => items)).toHaveLength(1);
		});

		test('is asked for again where Linq has hung up, until n8n is done', async () => {
			const { one, repeat } = await first();
			const waiting = repeat();
			one.hangUp();
			expect(await waiting).toMatchObject({ status: 503, items: undefined });
			expect(await repeat()).toMatchObject({ status: 503, items: undefined });
			one.end();
			expect(await repeat()).toMatchObject({ status: 200, items: undefined });
		});

		test('starts it where Linq has hung up and n8n could not', async () => {
			const { one, repeat } = await first();
			one.hangUp();
			one.end(500);
			expect(await repeat()).toMatchObject({ status: 200, items: [{}] });
		});
	});
});

describe('what nobody wants is answered with 200 and starts nothing', () => {
	test.each<[string, IDataObject, () => Promise<void>]>([
		[
			'an event that is not chosen',
			{ events: ['message.received', 'message.read'], inboundOnly: false },
			() => fire('message.read'),
		],
	])('%s', async (_, parameters, happens) => {
		const setup = await active(parameters);
		await happens();
		const other = { ...setup, parameters: { events: ['message.received'] } };
		expect(await started(other)).toBeUndefined();
		expect(await started(setup)).toBeDefined();
	});

	test.each<[string, IDataObject, () => Promise<void>]>([
		['own messages', { events: ['*'] }, () => fire('message.sent')],
		[
			'own reactions',
			{ events: ['*'] },
			() => fire('reaction.added', { reaction_type: 'love', is_from_me: true }),
		],
		['another line of the account', {}, () => textIn('hi', { from: seeded.secondLine })],
		['another chat', { filters: { chatIds: seeded.chatWithBen } }, () => textIn('hi')],
		['another sender', { filters: { senders: seeded.ben } }, () => textIn('hi')],
		['a direct chat', { filters: { chatType: 'group' } }, () => textIn('hi')],
		['another text', { filters: { textContains: 'stop' } }, () => textIn('hi')],
		['a text that does not match', { filters: { textMatches: '^stop$' } }, () => textIn('stop it')],
	])('%s', async (_, parameters, happens) => {
		const setup = await active(parameters);
		await happens();
		expect(await started(setup)).toBeUndefined();
		const { events } = setup.parameters ?? {};
		const without: Setup = {
			...setup,
			parameters: { events, inboundOnly: false } as Setup['parameters'],
		};
		expect(await started(without)).toBeDefined();
	});

	test('what Linq recovered late, unless asked for', async () => {
		const setup = await active();
		const example = {
			id: 'm',
			chat: { id: 'c' },
			direction: 'inbound',
			reconciled_at: '2026-02-05T19:31:13Z',
		};
		await fire('message.received', example);
		expect(await started(setup)).toBeUndefined();
		const asked = {
			...setup,
			parameters: { ...setup.parameters, options: { includeHistory: true } },
		};
		expect(await started(asked)).toBeDefined();
	});

	test('what opts out, unless asked for', async () => {
		const setup = await active();
		await textIn('STOP');
		expect(await started(setup)).toBeUndefined();
		const asked = {
			...setup,
			parameters: { ...setup.parameters, options: { skipOptOuts: false } },
		};
		expect(await started(asked)).toMatchObject({ text: 'STOP', is_opt_out: true });
		await textIn('stop that music');
		expect(await started(setup)).toMatchObject({ is_opt_out: false });
	});

	test('what mentions none of the lines in a group', async () => {
		const setup = await active({ filters: { mentionsMe: true } });
		const inGroup = (value: string, mention: object = {}) =>
			control('/receive', {
				chat_id: seeded.group,
				from: seeded.ava,
				parts: [{ type: 'text', value, ...mention }],
			});
		await inGroup('Lunch?');
		expect(await started(setup)).toBeUndefined();
		await inGroup('Ben, lunch?', { mention: seeded.ben, mention_range: [0, 3] });
		expect(await started(setup)).toBeUndefined();
		await inGroup('Bot, lunch?', { mention: seeded.line, mention_range: [0, 3] });
		expect(await started(setup)).toMatchObject({
			text: 'Bot, lunch?',
			mentions: [{ handle: seeded.line, is_me: true, range: [0, 3] }],
		});
		await textIn('In a direct chat');
		expect(await started(setup)).toMatchObject({ is_group: false });
	});

	test('filters that match let through', async () => {
		const filters = {
			chatIds: `${seeded.chatWithBen}, ${seeded.chatWithAva.toUpperCase()}`,
			chatType: 'direct',
			senders: '+1 (202) 555-0111',
			textContains: 'STOP',
			textMatches: '/^please/i',
		};
		const setup = await active({ filters });
		await textIn('Please stop');
		expect(await started(setup)).toBeDefined();
	});
});

describe('what Linq did not sign is answered with 401 and starts nothing', () => {
	const refused = { status: 401, items: undefined };
	const result = async (setup: Setup, delivery: Incoming) => {
		const { status, items } = await callWebhook(setup, delivery);
		return { status, items };
	};

	test.each<[string, (good: Incoming) => Incoming]>([
		[
			'altered',
			({ headers, rawBody }) => ({
				headers,
				rawBody: Buffer.from(rawBody.toString().replace('hi', 'ho')),
			}),
		],
		[
			're-serialised',
			({ headers, rawBody }) => ({
				headers,
				rawBody: Buffer.from(JSON.stringify(JSON.parse(rawBody.toString()), null, 1)),
			}),
		],
		['truncated', ({ headers, rawBody }) => ({ headers, rawBody: rawBody.subarray(0, -2) })],
		['empty', ({ headers }) => ({ headers, rawBody: Buffer.alloc(0) })],
		['without headers', ({ rawBody }) => ({ headers: {}, rawBody })],
		[
			'in another encoding',
			({ headers, rawBody }) => ({ headers, rawBody: Buffer.from(rawBody.toString(), 'utf16le') }),
		],
	])('%s', async (_, spoil) => {
		const setup = await active();
		await textIn('hi');
		expect(await result(setup, spoil(lastDelivery()))).toEqual(refused);
		expect(await result(setup, lastDelivery())).toMatchObject({ status: 200, items: [{}] });
	});

	test('for another trigger', async () => {
		const setup = await active();
		await textIn('hi');
		const other: Setup = {
			...setup,
			staticData: {},
			settings: { id: 'other', webhookId: '00000000-0000-4000-8000-000000000002' },
		};
		await activate(other);
		expect(await result(other, lastDelivery())).toEqual(refused);
	});

	test('but asked for later by a trigger whose secret is not stored yet', async () => {
		const setup = await active();
		await textIn('hi');
		const elsewhere = { ...setup, settings: { ...setup.settings, id: 'other' }, staticData: {} };
		expect(await result(elsewhere, lastDelivery())).toEqual({ status: 503, items: undefined });
	});

	test('signed, but no event', async () => {
		const setup = await active();
		const [held] = sandbox().world.state.subscriptions.all();
		for (const text of ['"text"', '{"event_type":"message.received"}', '[]', '{']) {
			const rawBody = Buffer.from(text);
			const headers = signatureHeaders(
				{ id: 's', secret: held?.secret ?? '' },
				{ event_id: 'e', event_type: 'x' },
				text,
				Date.now(),
			);
			expect(await result(setup, { headers, rawBody })).toEqual(refused);
		}
	});

	test('anything at all', async () => {
		const setup = await active();
		await textIn('hi');
		const { headers } = lastDelivery();
		const names = [...Object.keys(headers), 'content-encoding'];
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 300 }),
				fc.dictionary(fc.constantFrom(...names), fc.string()),
				async (body, change) => {
					const spoiled = { headers: { ...headers, ...change }, rawBody: Buffer.from(body) };
					expect(await result(setup, spoiled)).toEqual(refused);
				},
			),
			{ numRuns: 300 },
		);
	});
});

describe('trust does not depend on static data alone', () => {
	/** As another process of n8n handles it, with the static data that it has read. */
	const elsewhere = async (setup: Setup, staticData: IDataObject = {}): Promise<Setup> => ({
		...setup,
		staticData,
		node: await inNewProcess(),
	});
	const saved = ({ staticData }: Setup) => JSON.parse(JSON.stringify(staticData)) as IDataObject;
	const again = async (setup: Setup) => {
		await callHook(setup, 'delete');
		await activate(setup);
	};
	const otherToken = (setup: Setup): Setup => ({
		...setup,
		credential: { ...setup.credential, apiToken: 'another token' },
	});

	test('a process that knows nothing opens the key that comes with the delivery', async () => {
		const setup = await active();
		await textIn('hi');
		const other = await elsewhere(setup);
		expect(await started(other)).toBeDefined();
		expect(Object.values(other.staticData ?? {})).toEqual([{}]);
	});

	test('such a process knows the lines of the account, too', async () => {
		const setup = await active();
		await textIn('hi', { from: seeded.secondLine });
		expect(await started(await elsewhere(setup))).toBeUndefined();
	});

	test('without them it asks for the delivery later', async () => {
		const setup = await active();
		await textIn('hi');
		const fault = sandbox().world.faults.add({ operation_id: 'listPhoneNumbers', status: 503 });
		const other = await elsewhere(setup);
		expect(await callWebhook(other, lastDelivery())).toMatchObject({ status: 503 });
		sandbox().world.faults.remove(fault.id);
		expect(await callWebhook(other, lastDelivery())).toMatchObject({ status: 200, items: [{}] });
	});

	test('static data of the registration before does no harm', async () => {
		const setup = await active();
		const before = saved(setup);
		await again(setup);
		await textIn('hi');
		expect(await started(await elsewhere(setup, before))).toBeDefined();
	});

	test('what was under way when the workflow was published again is taken', async () => {
		const setup = await active();
		await textIn('hi');
		const delivery = lastDelivery();
		await again(setup);
		const other = await elsewhere(setup, saved(setup));
		expect(await callWebhook(other, delivery)).toMatchObject({ status: 200, items: [{}] });
	});

	test('what comes before the key is there is asked for later, not refused', async () => {
		const setup = await active();
		const before = saved(setup);
		await again(setup);
		await textIn('hi');
		const early = { ...lastDelivery(), query: { key: 'pending' } };
		const other = await elsewhere(setup, before);
		expect(await callWebhook(other, early)).toMatchObject({ status: 503, items: undefined });
		expect(await callWebhook(setup, early)).toMatchObject({ status: 200, items: [{}] });
	});

	test('after the token was changed, what only the old one opens is asked for later', async () => {
		const setup = await active();
		await textIn('hi');
		const other = await elsewhere(otherToken(setup), saved(setup));
		expect(await callWebhook(other, lastDelivery())).toMatchObject({ status: 503 });
		// The process that registered it knows the secret all the same.
		expect(await started(otherToken(setup))).toBeDefined();
	});

	test('a made-up key gets the 401 of any forgery', async () => {
		const setup = await active();
		await textIn('hi');
		const forged = {
			...lastDelivery(),
			rawBody: Buffer.from('{}'),
			query: { key: 'A'.repeat(100) },
		};
		expect(await callWebhook(setup, forged)).toMatchObject({ status: 401 });
		const other = await elsewhere(setup, saved(setup));
		expect(await callWebhook(other, forged)).toMatchObject({ status: 401 });
	});

	test('deliveries write nothing', async () => {
		const setup = await active();
		const before = saved(setup);
		for (const text of ['one', 'two']) {
			await textIn(text);
			expect(await started(setup)).toBeDefined();
		}
		expect(saved(setup)).toEqual(before);
	});

	test('the credential is read once, not with each delivery', async () => {
		const setup = await active();
		const other = await elsewhere(setup, saved(setup));
		const reads = jest.spyOn(LinqCredentialsHelper.prototype, 'getDecrypted');
		for (const text of ['one', 'two', 'three']) {
			await textIn(text);
			expect(await started(other)).toBeDefined();
		}
		expect(reads).toHaveBeenCalledTimes(1);
		reads.mockRestore();
	});

	test('neither the secret nor the token can be read in static data or in the address', async () => {
		const setup = await active();
		const [ours] = sandbox().world.state.subscriptions.all();
		const text = JSON.stringify(saved(setup)) + String(ours?.targetUrl);
		for (const hidden of [ours?.secret.slice(6), sandbox().token]) {
			expect(text).not.toContain(hidden);
			expect(Buffer.from(text, 'base64url').toString('latin1')).not.toContain(hidden);
		}
	});
});

describe('bodies', () => {
	const MEGABYTE = 1024 * 1024;

	/** A request whose body n8n has left to the node. */
	class Unread extends EventEmitter {
		rawBody?: Buffer;
		destroyed = false;

		constructor(private readonly chunks: Buffer[]) {
			super();
		}

		async readRawBody() {
			await Promise.resolve();
			for (const chunk of this.chunks) this.emit('data', chunk);
			// One that does not end.
			await new Promise(() => undefined);
		}

		destroy() {
			this.destroyed = true;
		}
	}

	const post = (setup: Setup, request: object, headers: Record<string, string> = {}) =>
		callWebhook(setup, {
			...lastDelivery(),
			headers: { ...lastDelivery().headers, ...headers },
			request,
		});

	test('of more than a megabyte are refused before anything is hashed or parsed', async () => {
		const setup = await active();
		await textIn('hi');
		const rawBody = Buffer.alloc(MEGABYTE + 1, ' ');
		const destroy = jest.fn();
		expect(await post(setup, { rawBody, destroy })).toMatchObject({ status: 413 });
		expect(destroy).toHaveBeenCalled();
		expect(
			await post(setup, { rawBody: undefined, destroy }, { 'content-length': '2000000' }),
		).toMatchObject({ status: 413 });
	});

	test('without a length are given up when they have become too large', async () => {
		const setup = await active();
		await textIn('hi');
		const unread = new Unread([Buffer.alloc(MEGABYTE), Buffer.alloc(1)]);
		expect(await post(setup, unread, { 'content-length': '' })).toMatchObject({ status: 413 });
		expect(unread.destroyed).toBe(true);
	});

	test('are let go of only after the answer', async () => {
		const setup = await active();
		await textIn('hi');
		const unread = new Unread([Buffer.alloc(MEGABYTE + 1)]);
		const { headers } = lastDelivery();
		const { end } = await callWebhook(setup, {
			...lastDelivery(),
			headers: { ...headers, 'content-length': '' },
			request: unread,
			staysOpen: true,
		});
		expect(unread.destroyed).toBe(false);
		end();
		expect(unread.destroyed).toBe(true);
	});

	test('that break off are refused', async () => {
		const setup = await active();
		await textIn('hi');
		const readRawBody = () => Promise.reject(new Error('request aborted'));
		const broken = { rawBody: undefined, on: () => undefined, readRawBody };
		expect(await post(setup, broken)).toMatchObject({ status: 401 });
	});

	test('that do not end are given up', async () => {
		const setup = await active();
		await textIn('hi');
		const ending = new AbortController();
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(ending.signal);
		const unread = new Unread([Buffer.from('{')]);
		unread.once('data', () => ending.abort());
		expect(await post(setup, unread)).toMatchObject({ status: 408 });
		// Linq waits that long.
		expect(timeout).toHaveBeenCalledWith(10_000);
		expect(unread.destroyed).toBe(true);
		timeout.mockRestore();
	});
});

describe('more deliveries at once than n8n can answer in time', () => {
	/** The last delivery, with another event each time. */
	const another = ({ settings }: Setup): Incoming => {
		const { webhookId = WEBHOOK_ID } = settings ?? {};
		const held = sandbox()
			.world.state.subscriptions.all()
			.find(({ targetUrl }) => targetUrl.includes(webhookId));
		const event = JSON.parse(lastDelivery().rawBody.toString()) as IDataObject;
		const event_id = randomUUID();
		const body = JSON.stringify({ ...event, event_id });
		const headers = signatureHeaders(
			{ id: held?.id ?? '', secret: held?.secret ?? '' },
			{ event_id, event_type: 'message.received' },
			body,
			Date.now(),
		);
		return { headers, rawBody: Buffer.from(body), staysOpen: true };
	};

	/** Delivers until one is sent away. @returns those that were taken in, which are open */
	const fill = async (setup: Setup) => {
		const open: Array<Awaited<ReturnType<typeof callWebhook>>> = [];
		for (;;) {
			const one = await callWebhook(setup, another(setup));
			if (one.status === 503) return open;
			expect(one.items).toHaveLength(1);
			open.push(one);
		}
	};

	test('are sent away unread, and come in again when others have ended', async () => {
		const setup = await active();
		await textIn('hi');
		const open = await fill(setup);
		expect(open).toHaveLength(25);
		const readRawBody = jest.fn();
		const late = await callWebhook(setup, {
			...lastDelivery(),
			request: { rawBody: undefined, readRawBody },
		});
		expect(late.status).toBe(503);
		expect(readRawBody).not.toHaveBeenCalled();
		for (const { end } of open) end();
		expect(await callWebhook(setup, another(setup))).toMatchObject({ status: 200 });
	});

	test('count as long as n8n is at them, whether or not Linq has hung up', async () => {
		const setup = await active();
		await textIn('hi');
		const open = await fill(setup);
		for (const { hangUp } of open) hangUp();
		expect(await callWebhook(setup, another(setup))).toMatchObject({ status: 503 });
		for (const { end } of open) end();
		expect(await callWebhook(setup, another(setup))).toMatchObject({ status: 200 });
	});

	test('leave room for those of another trigger', async () => {
		const setup = await active();
		await textIn('hi');
		await fill(setup);
		const other: Setup = {
			...setup,
			staticData: {},
			settings: { id: 'other', webhookId: '00000000-0000-4000-8000-000000000002' },
		};
		await activate(other);
		expect(await callWebhook(setup, another(setup))).toMatchObject({ status: 503 });
		expect(await callWebhook(other, another(other))).toMatchObject({ status: 200 });
	});
});

describe('on arrival', () => {
	const both = { options: { onArrival: ['markAsRead', 'showTyping'] } };

	/** Requests to Linq for the last delivery, when the execution begins. */
	const asked = async (setup: Setup) => {
		const { items } = await callWebhook(setup, lastDelivery());
		const { record } = sandbox().world;
		const before = record.all().length;
		const output = await startWorkflow(setup, items ?? []);
		const requests = record.all().slice(before);
		return {
			before,
			output,
			json: items?.[0]?.json,
			calls: requests.map(({ operationId }) => operationId).sort(),
		};
	};

	test.each<[string, IDataObject, string[]]>([
		['nothing', {}, []],
		['nothing is chosen', { options: { onArrival: [] } }, []],
		['read', { options: { onArrival: ['markAsRead'] } }, ['markChatAsRead']],
		['typing', { options: { onArrival: ['showTyping'] } }, ['startTyping']],
		['both', both, ['markChatAsRead', 'startTyping']],
		['both, without Simplify', { ...both, simplify: false }, ['markChatAsRead', 'startTyping']],
	])('%s: after the answer, and the item stays as it is', async (_, parameters, expected) => {
		const setup = await active(parameters);
		await textIn('hi');
		const { calls, output, json } = await asked(setup);
		expect(calls).toEqual(expected);
		expect(output.map((item) => item.json)).toEqual([json]);
	});

	test('the message is read, and the dots show', async () => {
		const setup = await active(both);
		await textIn('hi');
		const { json } = await asked(setup);
		const { messages, typing } = sandbox().world.state;
		expect(messages.byId(json?.message_id as string)?.readAt).not.toBeNull();
		expect(typing.of(seeded.chatWithAva, sandbox().world.now())).toMatchObject([
			{ handle: seeded.line },
		]);
	});

	test.each<[string, object, string[]]>([
		['a group is not marked as read', { chat: { id: 'c', is_group: true } }, ['startTyping']],
		[
			'nobody writes to who opts out',
			{ parts: [{ type: 'text', value: 'STOP' }] },
			['markChatAsRead'],
		],
		['what was recovered late is history', { reconciled_at: '2026-02-05T19:31:13Z' }, []],
	])('%s', async (_, change, expected) => {
		const options = { ...both.options, skipOptOuts: false, includeHistory: true };
		const setup = await active({ options });
		await fire('message.received', { id: 'm', chat: { id: 'c' }, direction: 'inbound', ...change });
		expect((await asked(setup)).calls).toEqual(expected);
	});

	test('other events are left alone', async () => {
		const setup = await active({ ...both, events: ['message.received', 'message.edited'] });
		await fire('message.edited', {
			id: 'm',
			chat: { id: seeded.chatWithAva },
			direction: 'inbound',
		});
		expect((await asked(setup)).calls).toEqual([]);
	});

	test.each([
		['Linq refuses it', { status: 500 }],
		['the connection breaks', { reset: 'before' as const }],
		['Linq does not answer', { delay_ms: 600_000 }],
	])('the workflow goes on when %s, and the log says so', async (_, fault) => {
		const setup = await active(both);
		await textIn('hi');
		sandbox().world.faults.add({ ...fault, times: 1, operation_id: 'startTyping' } as never);
		const warnings = hearWarnings(setup);
		const { calls, output } = await asked(setup);
		expect(calls).toEqual(['markChatAsRead', 'startTyping']);
		expect(output).toHaveLength(1);
		expect(warnings()).toEqual([
			expect.stringMatching(/took a message, but could not show the typing indicator: .+/),
		]);
		expect(warnings().join()).not.toContain(sandbox().token);
	});
});

describe('files', () => {
	const PNG = Buffer.from('iVBORw0KGgo=', 'base64');
	const host = useFileHost();

	beforeEach(() => {
		host.answers = {
			'/a': whole(PNG),
			'/b': whole(PNG),
			'/good': whole(PNG),
			'/expired': status(403),
			'/broken': status(500),
			'/large': (response) => response.end(Buffer.alloc(3 * 1024 * 1024)),
		};
	});

	const file = (path: string, more: object = {}) => ({
		type: 'media',
		id: seeded.fromAva,
		url: `${host.url}${path}?signature=secret`,
		filename: 'photo.png',
		mime_type: 'image/png',
		size_bytes: 8,
		...more,
	});

	const receive = (...parts: object[]) =>
		fire('message.received', { id: 'm', chat: { id: 'c' }, direction: 'inbound', parts });

	const downloading = (options: object = {}, more: IDataObject = {}) => ({
		options: { downloadMedia: true, ...options },
		...more,
	});

	/** n8n's answer to the last delivery, and the first items of the execution. */
	const execute = async (setup: Setup) => {
		const { status, items } = await callWebhook(setup, lastDelivery());
		expect(host.asked).toEqual([]);
		return { status, items: await startWorkflow(setup, items ?? []) };
	};

	test('become binary fields, after the answer and without the token', async () => {
		const setup = await active(downloading());
		await receive(file('/a'), file('/b', { filename: 'b.jpg', mime_type: 'image/jpeg' }));
		const { status, items } = await execute(setup);
		expect(status).toBe(200);
		expect(items?.[0]?.binary).toMatchObject({
			media_0: { fileName: 'photo.png', mimeType: 'image/png', data: PNG.toString('base64') },
			media_1: { fileName: 'b.jpg', mimeType: 'image/jpeg' },
		});
		expect(items?.[0]?.json.media).toMatchObject([
			{ binary_field: 'media_0' },
			{ binary_field: 'media_1' },
		]);
		expect(host.asked.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
	});

	test.each<[kind: string, name: string, content: string]>([
		['image', 'IMG_0001.heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
		['video', 'IMG_0002.mov', '\0\0\0\x14ftypqt  \0\0\0\0qt  '],
		['audio', 'song.mp3', `\xff\xfb\x90\0${'\0'.repeat(413)}`],
		['voice', 'Audio Message.caf', 'caff\0\x01\0\0'],
		['file', 'offer.pdf', '%PDF-1.7\n'],
		['contact', 'Ava Stone.vcf', 'BEGIN:VCARD\r\nEND:VCARD\r\n'],
		['location', 'Current Location.loc.vcf', 'BEGIN:VCARD\r\nEND:VCARD\r\n'],
	])('say that they are of kind %s, with and without Simplify', async (kind, name, content) => {
		const bytes = Buffer.from(content, 'latin1');
		const options = { downloadMedia: true };
		const setup = await active({ options });
		const raw = { ...setup, node: await inNewProcess(), parameters: { ...setup.parameters } };
		Object.assign(raw.parameters, { simplify: false });
		const attachment_id = await client().attach(name, bytes);
		await textIn('', { text: undefined, parts: [{ type: 'media', attachment_id }] });
		for (const one of [setup, raw]) {
			const { items } = await execute(one);
			expect(items?.[0]?.json.media).toMatchObject([
				{ kind, attachment_id, filename: name, binary_field: 'media_0' },
			]);
			expect(items?.[0]?.binary?.media_0).toMatchObject({
				fileName: name,
				data: bytes.toString('base64'),
			});
		}
	});

	test('are left alone without the option', async () => {
		const setup = await active();
		await receive(file('/a'));
		const { items } = await execute(setup);
		expect(items?.[0]?.binary).toBeUndefined();
		expect(host.asked).toEqual([]);
	});

	test('come by a new URL when theirs has expired', async () => {
		const setup = await active(downloading({ mediaFieldPrefix: 'file' }));
		const { id } = sandbox().world.state.attachments.add({
			filename: 'photo.png',
			contentType: 'image/png',
			sizeBytes: PNG.length,
			createdAt: '2026-01-01T00:00:00.000Z',
			uploadExpires: 0,
			signature: '',
			bytes: PNG,
		});
		await receive(file('/expired', { id }));
		const before = sandbox().world.record.all().length;
		const { items } = await execute(setup);
		expect(items?.[0]?.json.media).toEqual([expect.objectContaining({ binary_field: 'file0' })]);
		expect(
			sandbox()
				.world.record.all()
				.slice(before)
				.map(({ operationId }) => operationId),
		).toEqual(['getAttachment']);
	});

	test.each<[string, object, string]>([
		['too large, as Linq says', { size_bytes: 3 * 1024 * 1024 }, 'larger than 1 MB'],
		['larger than Linq says', { url: '/large' }, 'larger than 1 MB'],
		['broken', { url: '/broken' }, 'could not be fetched (HTTP 500)'],
		[
			'nobody there',
			{ url: 'http://127.0.0.1:1/x?signature=secret' },
			'nothing is listening there',
		],
		[
			'gone',
			{ url: '/expired', id: '99999999-0000-4000-8000-000000000009' },
			'Attachment not found',
		],
	])('do not keep the message back when one is %s', async (_, change, reason) => {
		const setup = await active(downloading({ maxFileSize: 1 }));
		const { url = '/a', ...more } = change as { url?: string };
		const broken = file(url.startsWith('/') ? url : '/', more);
		await receive(url.startsWith('/') ? broken : { ...broken, url }, file('/good'));
		const { status, items } = await execute(setup);
		expect(status).toBe(200);
		const [first, second] = items?.[0]?.json.media as [IDataObject, IDataObject];
		expect(first.error).toContain(reason);
		expect(first.error).not.toContain('secret');
		expect(second).toMatchObject({ binary_field: 'media_1' });
	});

	test('are given up when they take too long as a whole', async () => {
		const setup = await active(downloading());
		await receive(file('/slow'));
		const ending = new AbortController();
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(ending.signal);
		host.answers['/slow'] = stalls(PNG, () => ending.abort());
		const { items } = await execute(setup);
		timeout.mockRestore();
		expect(items?.[0]?.json.media).toEqual([
			expect.objectContaining({
				error: expect.stringContaining('took longer than 5 minutes') as string,
			}),
		]);
	});

	test('end with the execution', async () => {
		const cancelling = new AbortController();
		const setup = { ...(await active(downloading())), signal: cancelling.signal };
		await receive(file('/slow'), file('/a'));
		host.answers['/slow'] = stalls(PNG, () => cancelling.abort());
		expect((await execute(setup)).items).toEqual([]);
		expect(host.asked).toHaveLength(1);
	});

	test('are left alone for events that have none', async () => {
		for (const simplify of [true, false]) {
			const setup = await active(downloading({}, { simplify, events: ['reaction.added'] }));
			await fire('reaction.added', { reaction_type: 'love' });
			const { items } = await execute({ ...setup, node: await inNewProcess() });
			expect(items[0]?.json.event).toBe('reaction.added');
			expect(items[0]?.json).not.toHaveProperty('media');
		}
	});

	test('with names and types that could do harm are made safe', async () => {
		const setup = await active(downloading());
		await receive(
			file('/a', { filename: '../../etc/x\r\n.png' }),
			file('/b', { mime_type: 'image/png\r\nSet-Cookie: a=b' }),
		);
		const { items } = await execute(setup);
		expect(items?.[0]?.binary).toMatchObject({
			media_0: { fileName: 'x.png' },
			media_1: { mimeType: 'application/octet-stream' },
		});
		expect(items?.[0]?.binary?.media_0?.directory).toBeUndefined();
		expect(items?.[0]?.json.media).toMatchObject([
			{ filename: 'x.png' },
			{ mime_type: 'application/octet-stream' },
		]);
	});

	test('at an address that is none are not downloaded', async () => {
		const setup = await active(downloading());
		await receive(file('/a', { url: 'data:text/plain,hello' }));
		const { items } = await execute(setup);
		expect(items?.[0]?.json.media).toEqual([
			expect.objectContaining({ error: expect.stringContaining('https') as string }),
		]);
	});
});
