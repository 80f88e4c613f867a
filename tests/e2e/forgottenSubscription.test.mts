import { readExample } from '../../scripts/start/examples.mts';
import { N8nApiError } from '../../scripts/n8n/rest.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';

// npm start relies on this: see the comment in scripts/start/start.mts.
describe('n8n without its publication service', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: false });
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	it('refuses to activate while Linq cannot be reached, and says why', async () => {
		const { id } = await stage.api.createWorkflow({
			...(await readExample('auto-reply.json')),
			name: 'Too early',
		});
		const port = Number(new URL(stage.sandbox.url).port);
		await stage.sandbox.close();
		const refused = await stage.api.activate(id).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(N8nApiError);
		expect(String(refused)).toMatch(/could not be reached/i);
		expect(String(refused)).toContain(`127.0.0.1:${port}`);
		await stage.replaceSandbox();
	});

	it(
		'subscribes again when it starts and Linq has forgotten the subscription',
		async () => {
			const { id } = await stage.api.createWorkflow(await readExample('auto-reply.json'));
			await stage.api.activate(id);
			const [first] = await stage.subscriptions();
			await stage.replaceSandbox();
			expect(await stage.subscriptions()).toEqual([]);
			await stage.restartN8n();
			const second = await waitFor('the new subscription', async () =>
				(await stage.subscriptions()).at(0),
			);
			const address = (url = '') => url.replace(/&key=[\w-]+$/, '');
			expect(address(second.target_url)).toBe(address(first?.target_url));
			expect(second.target_url).not.toBe(first?.target_url);
			const { chat_id: chatId } = await stage.control.receive('+12025550111', 'hi');
			await waitFor('the reply', async () =>
				(await stage.control.requests('sendMessageToChat')).some(
					(request) => request.chat_id === chatId,
				),
			);
		},
		START_TIMEOUT,
	);
});
