import { readExample } from '../../scripts/start/examples.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { activationModes, Stage, START_TIMEOUT } from '../support/n8n.mts';

const AVA = '+12025550111';

describe.each(activationModes())('the auto-reply, published %s', (_, publicationService) => {
	let stage: Stage;
	let id: string;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService });
		({ id } = await stage.api.createWorkflow(await readExample('auto-reply.json')));
		await stage.publish(id);
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	/** The texts that were sent into a chat through the API. */
	const sent = async (chatId: string) =>
		(await stage.control.requests('sendMessageToChat'))
			.filter((request) => request.chat_id === chatId)
			.map((request) => request.request_body);

	const successes = () =>
		waitFor('the executions to end', async () => {
			const all = await stage.api.executions(id);
			return all.length > 0 && all.every(({ status }) => status === 'success') && all;
		});

	it('registers one subscription, for inbound messages at its own address', async () => {
		const subscriptions = await stage.subscriptions();
		expect(subscriptions).toHaveLength(1);
		expect(subscriptions[0]?.target_url).toContain(`${stage.n8n.url}/webhook/`);
	});

	it('answers a contact in the same chat, once, with one execution', async () => {
		const { chat_id: chatId } = await stage.control.receive(AVA, 'hi');
		await waitFor('the reply', async () => (await sent(chatId)).length > 0);
		await stage.control.settle();
		expect(await sent(chatId)).toEqual([
			{
				message: expect.objectContaining({
					parts: [{ type: 'text', value: 'Thanks! You said: hi' }],
				}) as unknown,
			},
		]);
		expect(await successes()).toHaveLength(1);
	});

	it('answers 401 to a forged delivery and starts nothing', async () => {
		const [subscription] = await stage.subscriptions();
		const [delivery] = await stage.control.deliveries();
		const before = await stage.api.executions(id);
		for (const headers of [{}, delivery?.headers ?? {}]) {
			const { status } = await fetch(subscription?.target_url ?? '', {
				method: 'POST',
				headers: { ...withoutLength(headers), 'content-type': 'application/json' },
				body: JSON.stringify({ ...delivery?.payload, event_id: 'forged' }),
			});
			expect(status).toBe(401);
		}
		expect(await stage.api.executions(id)).toEqual(before);
	});

	it(
		'keeps working when n8n starts again',
		async () => {
			await stage.restartN8n();
			await waitFor('the trigger to listen again', async () => {
				const [subscription] = await stage.subscriptions();
				const answer = await fetch(subscription?.target_url ?? '', { method: 'POST' });
				return answer.status === 401;
			});
			expect(await stage.subscriptions()).toHaveLength(1);
			const before = (await stage.api.executions(id)).length;
			const { chat_id: chatId } = await stage.control.receive('+12025550115', 'still there?');
			await waitFor('the reply', async () => (await sent(chatId)).length > 0);
			await stage.control.settle();
			expect(await successes()).toHaveLength(before + 1);
		},
		START_TIMEOUT,
	);

	it('removes its subscription when it is switched off', async () => {
		await stage.api.deactivate(id);
		await waitFor('the subscription to go', async () => (await stage.subscriptions()).length === 0);
		const { chat_id: chatId } = await stage.control.receive('+12025550116', 'anybody there?');
		await stage.control.settle();
		expect(await sent(chatId)).toEqual([]);
	});
});

/** Headers that fetch makes itself. */
function withoutLength(headers: Record<string, string>): Record<string, string> {
	const own = ['content-length', 'host', 'connection', 'transfer-encoding'];
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => !own.includes(name.toLowerCase())),
	);
}
