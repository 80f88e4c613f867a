import { readExample } from '../../scripts/examples.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';

describe('the send-to-list example', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	it('sends every contact one personal message', async () => {
		const { id } = await stage.api.createWorkflow(await readExample('send-to-list.json'));
		const execution = await stage.api.waitForExecution(await stage.api.run(id, 'Start by hand'));
		expect(execution.status).toBe('success');
		const requests = await stage.control.requests('createChat');
		// Different people are served side by side, so the order is not said.
		expect(requests).toHaveLength(3);
		for (const [name, phone] of [
			['Ava', '+12025550111'],
			['Ben', '+12025550112'],
			['Cleo', '+12025550113'],
		]) {
			const parts = [{ type: 'text', value: `Hi ${name}, this is a message from n8n.` }];
			const message: unknown = expect.objectContaining({ parts });
			expect(requests.map(({ request_body: body }) => body)).toContainEqual({
				from: '+12025550100',
				to: [phone],
				message,
			});
		}
	});
});
