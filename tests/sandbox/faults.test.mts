import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const fault = (rule: object) => lab.client.control<{ id: string }>('POST', '/faults', rule);
const lastRequest = async () =>
	(await lab.client.control<{ requests: object[] }>('GET', '/requests?limit=1')).body.requests[0];

test('a status with its code hits the next requests of one operation, then no more', async () => {
	await fault({ operation_id: 'listChats', status: 429, retry_after: 7, times: 2 });
	for (let index = 0; index < 2; index++) {
		const answer = await lab.client.api<ErrorAnswer>('GET', '/v3/chats');
		expect(answer.status).toBe(429);
		expect(answer.headers['retry-after']).toBe('7');
		expect(answer.body.error).toMatchObject({ code: 1007, retry_after: 7 });
		expect(answer.body.trace_id).toBe(answer.headers['x-trace-id']);
	}
	expect((await lab.client.api('GET', '/v3/chats')).status).toBe(200);
	expect((await lab.client.control('GET', '/faults')).body).toMatchObject({
		faults: [{ hits: 2 }],
	});
});

test('a fault of one chat leaves the others alone', async () => {
	await fault({ chat_id: SEED.avaChat, status: 503, code: 4004 });
	expect((await lab.send(SEED.avaChat, 'a')).body.error).toMatchObject({ code: 4004 });
	expect((await lab.send(SEED.benChat, 'b')).status).toBe(202);
});

test('a reset before processing sends nothing, a reset after it has sent', async () => {
	const before = lab.sandbox.world.state.messages.ofChat(SEED.avaChat).length;
	await fault({ reset: 'before', times: 1 });
	await expect(lab.send(SEED.avaChat, 'lost')).rejects.toThrow();
	expect(lab.sandbox.world.state.messages.ofChat(SEED.avaChat)).toHaveLength(before);
	expect(await lastRequest()).toMatchObject({ status: 0, processed: false });

	await fault({ reset: 'after', times: 1 });
	const key = { idempotency_key: 'again' };
	await expect(lab.send(SEED.avaChat, 'arrived', key)).rejects.toThrow();
	expect(lab.sandbox.world.state.messages.ofChat(SEED.avaChat)).toHaveLength(before + 1);
	expect(await lastRequest()).toMatchObject({ status: 0, processed: true });
	expect((await lab.send(SEED.avaChat, 'arrived', key)).status).toBe(202);
	expect(lab.sandbox.world.state.messages.ofChat(SEED.avaChat)).toHaveLength(before + 1);
});

test('another body takes the place of the answer’s, once the request is processed', async () => {
	await fault({ body: '{"accepted":true}', times: 1 });
	const answer = await lab.send(SEED.avaChat, 'arrived');
	expect(answer.status).toBe(202);
	expect(answer.body).toEqual({ accepted: true });
	expect(await lastRequest()).toMatchObject({ processed: true });
});

test('an HTML answer is one', async () => {
	await fault({ html: true, times: 1 });
	const answer = await lab.client.api('GET', '/v3/chats');
	expect(answer.status).toBe(502);
	expect(answer.headers['content-type']).toContain('text/html');
	expect(answer.text).toContain('Bad Gateway');
});

test('a delay alone lets the request through', async () => {
	await fault({ delay_ms: 5, times: 1 });
	expect((await lab.client.api('GET', '/v3/chats')).status).toBe(200);
	expect(await lastRequest()).toMatchObject({ processed: true });
});

test('a share of the requests, the same ones for the same seed', async () => {
	const hits = async () => {
		const { body } = await fault({ status: 500, share: 0.5, seed: 42 });
		const statuses: number[] = [];
		for (let index = 0; index < 40; index++) {
			statuses.push((await lab.client.api('GET', '/v3/chats')).status);
		}
		await lab.client.control('DELETE', `/faults/${body.id}`);
		return statuses;
	};
	const first = await hits();
	expect(await hits()).toEqual(first);
	expect(first.filter((status) => status === 500).length).toBeGreaterThan(10);
	expect(first.filter((status) => status === 200).length).toBeGreaterThan(10);
});

test('a rule that does nothing is refused in a sentence', async () => {
	const answer = await fault({ operation_id: 'listChats' });
	expect(answer.status).toBe(400);
	expect(answer.body).toEqual({
		error:
			'The input: say what goes wrong: "status", "delay_ms", "answer_delay_ms", "reset", "body", "html"',
	});
});
