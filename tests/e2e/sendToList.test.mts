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
		expect(requests.map(({ request_body: body }) => body)).toEqual(
			[
				['Ava', '+12025550111'],
				['Ben', '+12025550112'],
				['Cleo', '+12025550113'],
			].map(([name, phone]) => ({
				from: '+12025550100',
				to: [phone],
				message: expect.objectContaining({
					parts: [{ type: 'text', value: `Hi ${name}, this is a message from n8n.` }],
				}) as unknown,
			})),
		);
	});
});
