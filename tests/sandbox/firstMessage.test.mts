import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

/*
 * POST /v3/chats takes an effect and a reply, as Linq's documents show them: a chat that is used
 * again has them, the first message of a new one goes out without.
 */

interface Created extends ErrorAnswer {
	chat: { id: string; message: { id: string; effect: object | null; reply_to: object | null } };
}

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const create = (to: string, message: object) =>
	lab.client.api<Created>('POST', '/v3/chats', {
		body: {
			from: SEED.line,
			to: [to],
			message: { parts: [{ type: 'text', value: 'Hello' }], ...message },
		},
	});

const effect = { type: 'screen', name: 'confetti' };
const reply_to = { message_id: SEED.fromAva, part_index: 0 };

test('a chat that is used again keeps them', async () => {
	const { receiver } = await lab.subscribe(['message.sent']);
	const { status, body } = await create(SEED.ava, { effect, reply_to });
	expect(status).toBe(201);
	expect(body.chat).toMatchObject({ id: SEED.avaChat, message: { effect, reply_to } });
	await receiver.count(1);
	expect(receiver.arrivals[0]?.payload.data).toMatchObject({ effect, reply_to });
	const wrong = await create(SEED.ava, { effect: { type: 'screen', name: 'slam' } });
	expect(wrong.body.error.code).toBe(1005);
	const stray = await create(SEED.ava, { reply_to: { message_id: crypto.randomUUID() } });
	expect(stray.body.error.code).toBe(2002);
});

test('a new chat drops them', async () => {
	const { receiver } = await lab.subscribe(['message.sent']);
	const { status, body } = await create('+12025550177', { effect, reply_to });
	expect(status).toBe(201);
	expect(body.chat.message).toMatchObject({ effect: null, reply_to: null });
	await receiver.count(1);
	expect(receiver.arrivals[0]?.payload.data).toMatchObject({ effect: null });
	expect(receiver.arrivals[0]?.payload.data).not.toHaveProperty('reply_to');
	const read = await lab.client.api('GET', `/v3/messages/${body.chat.message.id}`);
	expect(read.body).toMatchObject({ effect: null, reply_to: null });
});

test.each([{ effect: 'confetti' }, { effect: { type: 'x' } }, { reply_to: {} }])(
	'%j is refused in either, as the contract has its form',
	async (message) => {
		for (const to of [SEED.ava, '+12025550177']) {
			expect((await create(to, message)).status).toBe(400);
		}
	},
);
