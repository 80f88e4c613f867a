import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import * as fc from '../support/properties.mts';

import { waitFor } from '../../scripts/waitFor.mts';
import { madeUpDelivery, postDelivery, type Posted } from '../support/delivery.mts';
import { Stage, START_TIMEOUT, TOKEN } from '../support/n8n.mts';
import { onEvents } from '../support/workflows.mts';

const AVA = '+12025550111';
const CHAT = '22222222-0000-4000-8000-000000000001';

describe('deliveries in a real n8n', () => {
	let stage: Stage;
	let id: string;
	let url: string;
	let secret: string;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
		({ id } = await stage.api.createWorkflow(onEvents('Count', { events: ['message.received'] })));
		await stage.publish(id);
		const [ours] = stage.sandbox.world.state.subscriptions.all();
		({ targetUrl: url, secret } = ours ?? { targetUrl: '', secret: '' });
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	const post = (posted: Posted) => postDelivery(url, posted);

	const executions = async () => (await stage.api.executions(id)).length;

	const delivery = (eventId: string, signedWith = secret, at?: number) =>
		madeUpDelivery(signedWith, eventId, {}, at);

	it('start one execution each, sent 3 times and 20 at the same moment', async () => {
		const before = await executions();
		const statuses: number[] = [];
		for (let time = 0; time < 3; time++) statuses.push(await post(delivery('three-times')));
		expect(await executions()).toBe(before + 1);
		statuses.push(
			...(await Promise.all(Array.from({ length: 20 }, () => post(delivery('twenty-times'))))),
		);
		expect(await executions()).toBe(before + 2);
		expect(new Set(statuses)).toEqual(new Set([200]));
	});

	it(
		'are taken after a restart, once again, with the same key in their address',
		async () => {
			const before = await executions();
			await stage.restartN8n();
			for (let time = 0; time < 3; time++) {
				expect(await post(delivery('twenty-times'))).toBe(200);
			}
			expect(await executions()).toBe(before + 1);
		},
		START_TIMEOUT,
	);

	it('start one execution each, though Linq hangs up and brings them again', async () => {
		const before = await executions();
		const { hostname, port, pathname, search } = new URL(url);
		const all = Array.from({ length: 20 }, (_, place) => delivery(`hung-up-${place}`));
		await Promise.all(
			all.map(async ({ headers, body }, place) => {
				const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
				const socket = connect(Number(port), hostname);
				const head = [`POST ${pathname}${search} HTTP/1.1`, 'host: n8n', ...lines];
				socket.end(
					`${head.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n${body.toString()}`,
				);
				await once(socket, 'finish');
				// n8n notices a reset at once, but a close only when it answers.
				if (place % 2 === 0) socket.resetAndDestroy();
				else socket.destroy();
			}),
		);
		for (const one of all) {
			// While n8n is at the first, it asks for it later.
			await waitFor('n8n to be done', async () => {
				const status = await post(one);
				expect([200, 503]).toContain(status);
				return status === 200;
			});
		}
		expect(await executions()).toBe(before + all.length);
	});

	it('are read from their bytes, whatever the headers call them', async () => {
		const before = await executions();
		for (const type of [
			'text/plain',
			'application/octet-stream',
			'application/json; charset=utf-8',
		]) {
			const { headers, body } = delivery(`as ${type}`);
			expect(await post({ headers: { ...headers, 'content-type': type }, body })).toBe(200);
		}
		const { headers, body } = delivery('zipped');
		const zipped = { headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
		expect(await post(zipped)).toBe(200);
		expect(await executions()).toBe(before + 4);
	});

	const OTHER_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
	const HOUR = 3_600_000;
	const change = ({ headers, body }: Posted, more: Record<string, string>) => ({
		headers: { ...headers, ...more },
		body,
	});

	it.each<[string, () => Posted]>([
		['forged', () => delivery('x', OTHER_SECRET)],
		['of an hour ago', () => delivery('x', secret, Date.now() - HOUR)],
		['of an hour to come', () => delivery('x', secret, Date.now() + HOUR)],
		['truncated', () => ({ ...delivery('x'), body: delivery('x').body.subarray(0, -1) })],
		[
			're-serialised',
			() => ({
				...delivery('x'),
				body: Buffer.from(JSON.stringify(JSON.parse(delivery('x').body.toString()), null, 1)),
			}),
		],
		['under another id', () => change(delivery('x'), { 'webhook-id': 'y' })],
		['without a body', () => ({ ...delivery('x'), body: Buffer.alloc(0) })],
		[
			'unsigned',
			() => ({ headers: { 'content-type': 'application/json' }, body: delivery('x').body }),
		],
		['of 17 MB', () => ({ ...delivery('x'), body: Buffer.alloc(17 * 1024 * 1024, ' ') })],
		['that is no JSON', () => ({ ...delivery('x'), body: Buffer.from('{"a":') })],
		['called gzip', () => change(delivery('x'), { 'content-encoding': 'gzip' })],
		[
			'called a form',
			() => ({
				...change(delivery('x'), { 'content-type': 'application/x-www-form-urlencoded' }),
				body: Buffer.from('a=b'),
			}),
		],
		[
			'called multipart',
			() => change(delivery('x'), { 'content-type': 'multipart/form-data; boundary=x' }),
		],
		['called XML', () => change(delivery('x'), { 'content-type': 'text/xml' })],
		[
			'called UTF-16',
			() => ({
				...change(delivery('x'), { 'content-type': 'application/json; charset=utf-16le' }),
				body: Buffer.from(delivery('x').body.toString(), 'utf16le'),
			}),
		],
		[
			'called an unknown charset',
			() =>
				change(delivery('x', OTHER_SECRET), {
					'content-type': 'application/json; charset=klingon',
				}),
		],
	])('are refused when %s', async (_, spoiled) => {
		const before = await executions();
		const status = await post(spoiled());
		expect(status).toBeGreaterThanOrEqual(400);
		expect(await executions()).toBe(before);
		expect(await post(delivery(`good after ${_}`))).toBe(200);
	});

	it('of two megabytes are refused as too large', async () => {
		const body = Buffer.alloc(2 * 1024 * 1024, ' ');
		const { headers } = delivery('x');
		for (const type of ['application/json', 'application/octet-stream', 'text/plain']) {
			const posted = await post({ headers: { ...headers, 'content-type': type }, body });
			expect([type, posted]).toEqual([type, type === 'application/json' ? 422 : 413]);
		}
	});

	it('are refused when anything is spoiled, and n8n lives on', async () => {
		const before = await executions();
		const name = fc.constantFrom(
			'webhook-id',
			'webhook-timestamp',
			'webhook-signature',
			'content-type',
			'content-encoding',
		);
		// Any value that a header can carry.
		const value = fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/);
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 500 }),
				fc.dictionary(name, value, { maxKeys: 2 }),
				fc.constantFrom('body', 'key', 'both'),
				async (bytes, headers, what) => {
					const base = delivery('fuzz', what === 'body' ? secret : OTHER_SECRET);
					const body = what === 'key' ? base.body : Buffer.from(bytes);
					expect(await post({ ...change(base, headers), body })).toBeGreaterThanOrEqual(400);
				},
			),
			{ numRuns: 300 },
		);
		expect(await executions()).toBe(before);
		expect(await post(delivery('good after all'))).toBe(200);
		expect(await executions()).toBe(before + 1);
	});

	it("leave no secret in n8n's log, only why they were refused", async () => {
		const log = await readFile(join(stage.n8n.userFolder, 'n8n.log'), 'utf8');
		expect(log).toContain('refused a delivery: its signature is wrong');
		for (const hidden of [secret.slice(6), TOKEN, 'Zürich']) expect(log).not.toContain(hidden);
	});

	it('start no execution of their own answer: a reply to every event does not loop', async () => {
		const texts = async () => (await stage.control.requests('sendMessageToChat')).length;
		const { id: loop } = await stage.api.createWorkflow(
			onEvents(
				'Talks with itself',
				{ events: ['*'] },
				{ chatId: `={{ $json.chat_id ?? '${CHAT}' }}`, text: '={{ $json.event }}' },
			),
		);
		await stage.publish(loop);

		const runs = async () => {
			await stage.control.settle();
			const all = await stage.api.executions(loop);
			return await Promise.all(all.map(({ id: run }) => stage.api.waitForExecution(run)));
		};
		const quiet = async () => {
			let [last, now] = [-1, (await runs()).length];
			// Each round waits for all executions and for all deliveries that came of them.
			while (now !== last) [last, now] = [now, (await runs()).length];
			return now;
		};
		await quiet();
		const sentBefore = await texts();
		const runsBefore = await quiet();
		await stage.control.receive(AVA, 'hi');
		// Two lines of the account in one chat: what one sends comes in on the other.
		await stage.control.receive('+12025550101', 'hi, this is your other line');
		await quiet();
		const events = (await runs())
			.slice(0, (await quiet()) - runsBefore)
			.map((run) => run.resultData.runData['Linq Trigger']?.[0]?.data?.main[0]?.[0]?.json.event);
		expect(events.filter((event) => event === 'message.received')).toHaveLength(1);
		expect(
			events.filter((event) => /^message\.(sent|delivered|read)$/.test(String(event))),
		).toEqual([]);
		expect((await texts()) - sentBefore).toBe(events.length);
		const heard = (await stage.control.deliveries()).map(({ event_type: type }) => type);
		expect(heard).toEqual(expect.arrayContaining(['message.sent', 'message.delivered']));
	}, 120_000);
});
