import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

/** The sandbox's log of its own failures. */
const logged: string[] = [];
let lab: Lab;
beforeEach(async () => {
	logged.length = 0;
	lab = await Lab.start({ log: (text) => logged.push(text) });
});
afterEach(() => lab.close());

const text = (value: string) => ({ type: 'text', value });
const messages = `/v3/chats/${SEED.avaChat}/messages`;

/** Everything that a request could have changed. */
const state = () => {
	const { chats, messages: sent, rateLimiter } = lab.sandbox.world.state;
	return {
		chats: chats.all().length,
		messages: [...sent.all()].length,
		lanes: rateLimiter.lanes(lab.sandbox.world.now()).length,
	};
};

/** Asks, lets everything happen that follows, and says how it was refused and what is different. */
async function refused(path: string, body: unknown) {
	const before = state();
	const answer = await lab.client.api<ErrorAnswer>('POST', path, { body });
	await lab.sandbox.settled();
	expect(logged).toEqual([]);
	expect(state()).toEqual(before);
	return { status: answer.status, code: answer.body.error.code };
}

const notParts = ['x', 1, 1.5, true, null, [], [[]], {}, { type: null }, { type: ['text'] }];

test.each(notParts.map((part) => [JSON.stringify(part), part]))(
	'%s as a part is refused with 1004 before anything changes',
	async (_shown, part) => {
		const invalid = { status: 400, code: 1004 };
		const opening = { from: SEED.line, to: ['+12025550177'] };
		for (const parts of [[part], [text('a'), part], [part, part]]) {
			expect(await refused(messages, { message: { parts } })).toEqual(invalid);
			expect(await refused('/v3/chats', { ...opening, message: { parts } })).toEqual(invalid);
			expect(await refused('/v3/messages', { to: [SEED.ava], message: { parts } })).toEqual(
				invalid,
			);
		}
	},
);

test('parts that are no list are refused with 1004', async () => {
	for (const parts of ['x', 1, true, null, {}, []]) {
		expect(await refused(messages, { message: { parts } })).toEqual({ status: 400, code: 1004 });
	}
});

test('a timer that throws is logged with the request that led to it, and the sandbox goes on', async () => {
	const publish = jest.spyOn(lab.sandbox.world, 'publish').mockImplementation(() => {
		throw new Error('No events today');
	});
	const sent = await lab.send(SEED.avaChat, 'Hello');
	expect(sent.status).toBe(202);
	await lab.sandbox.settled();
	const body = JSON.stringify({ message: { parts: [text('Hello')] } });
	expect(logged).toEqual([
		expect.stringContaining(`POST ${messages} ${body}\nError: No events today\n    at `),
	]);
	publish.mockRestore();
	const { receiver } = await lab.subscribe(['message.sent']);
	await lab.send(SEED.avaChat, 'Hello again');
	await receiver.count(1);
	expect(logged).toHaveLength(1);
});

test('a delivery that throws is logged with the request that led to it, and the next goes out', async () => {
	const { receiver, subscription } = await lab.subscribe(['message.received']);
	const kept = lab.sandbox.world.state.subscriptions.byId(subscription.id);
	Object.assign(kept ?? {}, { secret: null });
	await lab.client.control('POST', '/receive', { from: SEED.ava, text: 'One' });
	await lab.sandbox.settled();
	expect(logged).toEqual([
		expect.stringMatching(
			/^The sandbox failed after POST \/sandbox\/receive \{.*"One".*\}\nTypeError/,
		),
	]);
	expect(lab.sandbox.world.deliveries.all()).toMatchObject([{ state: 'failed', tries: [] }]);
	Object.assign(kept ?? {}, { secret: subscription.signing_secret });
	await lab.client.control('POST', '/receive', { from: SEED.ava, text: 'Two' });
	await receiver.count(1);
});

test('a page that cannot be told what changed is logged, and the sandbox goes on', async () => {
	const { world } = lab.sandbox;
	const page = await fetch(`${lab.sandbox.controlUrl}/live`);
	const lanes = jest.spyOn(world.state.rateLimiter, 'lanes').mockImplementationOnce(() => {
		throw new Error('No lanes today');
	});
	const read = page.body?.getReader();
	await read?.read();
	await lab.send(SEED.avaChat, 'Hello');
	let told = '';
	while (!told.includes('Hello')) {
		const piece = await read?.read();
		told += Buffer.from(piece?.value ?? []).toString('utf8');
	}
	lanes.mockRestore();
	expect(logged).toEqual([expect.stringContaining('No lanes today')]);
	await read?.cancel();
});
