import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

interface Sent extends ErrorAnswer {
	chat_id: string;
	created_new_chat: boolean;
	from: string;
	from_selection: { reason: string; reused_existing_chat: boolean };
	previous_chat_id: string | null;
	message: { id: string; parts: Array<{ value: string }> };
}

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const send = (to: string[], more: object = {}, headers: Record<string, string> = {}) =>
	lab.client.api<Sent>('POST', '/v3/messages', {
		body: { to, message: { parts: [{ type: 'text', value: 'Hi' }] }, ...more },
		headers,
	});

const flag = (phone_number: string) =>
	lab.client.control('POST', '/lines', { phone_number, status: 'FLAGGED', reputation: 'CRITICAL' });

test('the most recently active chat goes on, even on an excluded line', async () => {
	const { body } = await send([SEED.ava], { exclude_from: [SEED.line] });
	expect(body).toMatchObject({
		chat_id: SEED.avaChat,
		created_new_chat: false,
		from: SEED.line,
		from_selection: { reason: 'reused_active_chat', reused_existing_chat: true },
		previous_chat_id: null,
	});
});

test('somebody new gets a line that is not excluded, and may get a link', async () => {
	const { receiver } = await lab.subscribe(['chat.created']);
	const { body } = await send(['+12025550188'], {
		exclude_from: [SEED.line],
		message: { parts: [{ type: 'link', value: 'https://example.com' }] },
	});
	expect(body).toMatchObject({
		created_new_chat: true,
		from: SEED.secondLine,
		from_selection: { reason: 'new_best_number', reused_existing_chat: false },
	});
	await receiver.count(1);
});

test('a flagged line makes the chat move to another, with the continuation message', async () => {
	const { receiver } = await lab.subscribe(['phone_number.status_updated']);
	await flag(SEED.line);
	await receiver.count(1);
	expect(receiver.arrivals[0]?.payload.data).toMatchObject({
		phone_number: SEED.line,
		previous_status: 'ACTIVE',
		new_status: 'FLAGGED',
		new_reputation: 'CRITICAL',
	});
	const { body } = await send([SEED.ava], { continuation_message: { text: 'Our new number' } });
	expect(body).toMatchObject({
		created_new_chat: true,
		from: SEED.secondLine,
		from_selection: { reason: 'failover_flagged', reused_existing_chat: false },
		previous_chat_id: SEED.avaChat,
		message: { parts: [{ value: 'Our new number' }] },
	});
	const next = await send([SEED.ava]);
	expect(next.body).toMatchObject({ chat_id: body.chat_id, created_new_chat: false });
	const direct = await lab.send(SEED.avaChat, 'Hi');
	expect(direct.body.error).toMatchObject({ status: 403, code: 2027 });
});

test('with no line left it is 409/2015, and no number is available', async () => {
	await flag(SEED.line);
	await flag(SEED.secondLine);
	expect((await send([SEED.ava])).body.error).toMatchObject({ status: 409, code: 2015 });
	const none = await lab.client.api<ErrorAnswer>('GET', '/v3/available_number');
	expect(none.body.error).toMatchObject({ status: 503, code: 4004 });
});

test('excluding every line leaves none to pick, which is 400, but ends no live chat', async () => {
	const exclude_from = [SEED.line, SEED.secondLine];
	const refused = await send(['+12025550177'], { exclude_from });
	expect(refused.body.error).toMatchObject({
		status: 400,
		code: 1005,
		message: 'Invalid parameter value: exclude_from leaves no line to send from',
	});
	expect((await send([SEED.ava], { exclude_from })).body).toMatchObject({
		chat_id: SEED.avaChat,
		created_new_chat: false,
	});
});

test('an available number is of the kind that was asked for, in any case', async () => {
	const ask = (query: string) =>
		lab.client.api<ErrorAnswer>('GET', `/v3/available_number?${query}`);
	const none = await ask('type=RCS');
	expect(none.body.error).toMatchObject({ status: 503, code: 4004 });
	const android = '+12025550102';
	await lab.client.control('POST', '/lines', { phone_number: android, type: 'RCS' });
	for (const type of ['RCS', 'rcs']) {
		expect((await ask(`type=${type}`)).body).toMatchObject({ phone_number: android });
		const excluded = await ask(`type=${type}&exclude_from=${encodeURIComponent(android)}`);
		expect(excluded.body.error).toMatchObject({ status: 400, code: 1005 });
	}
	expect((await ask('type=imessage')).body).toMatchObject({ phone_number: SEED.line });
	const wrong = await ask('type=SMS');
	expect(wrong.body.error.message).toContain('type must be RCS or iMessage, not "SMS"');
	const { body } = await lab.client.control('GET', '/lines');
	expect(body).toMatchObject({ lines: [{ type: 'iMessage' }, {}, { type: 'RCS' }] });
});

test('the Idempotency-Key header is a key as the one in the body is', async () => {
	const first = await send([SEED.ava], {}, { 'Idempotency-Key': 'one' });
	const again = await send([SEED.ben], {}, { 'Idempotency-Key': 'one' });
	expect(again.body).toEqual(first.body);
	const other = await lab.send(SEED.avaChat, 'Hi', { idempotency_key: 'one' });
	expect(other.body.error).toMatchObject({ status: 409, code: 2015 });
});

test('the key of a deleted message is 404/2002 and sends nothing', async () => {
	const { body } = await send([SEED.ava], {}, { 'Idempotency-Key': 'two' });
	expect((await lab.client.api('DELETE', `/v3/messages/${body.message.id}`)).status).toBe(204);
	const again = await send([SEED.ava], {}, { 'Idempotency-Key': 'two' });
	expect(again.body.error).toMatchObject({ status: 404, code: 2002 });
	expect(lab.sandbox.world.state.messages.ofChat(SEED.avaChat)).toHaveLength(3);
});

test('lists in a query may be repeated or joined by commas', async () => {
	const plus = encodeURIComponent;
	const [one, two] = [plus(SEED.line), plus(SEED.secondLine)];
	const joined = `/v3/available_number?exclude_from=${one},${two}`;
	expect((await lab.client.api('GET', joined)).status).toBe(400);
	const repeated = `/v3/available_number?exclude_from=${one}&exclude_from=${two}`;
	expect((await lab.client.api('GET', repeated)).status).toBe(400);
	const open = await lab.client.api('GET', `/v3/available_number?exclude_from=${one}`);
	expect(open.body).toMatchObject({ phone_number: SEED.secondLine });
});
