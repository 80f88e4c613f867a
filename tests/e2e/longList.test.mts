import { campaign } from '../support/campaign.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { BY_HAND } from '../support/workflows.mts';

const ITEMS = 1_000;

describe('a long list in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	it('leaves n8n free to answer others between the first message and the last', async () => {
		const contacts = Array.from({ length: ITEMS }, (_, i) => `+1202557${1000 + i}`);
		const { id } = await stage.api.createWorkflow(
			campaign({ name: 'Long', line: '+12025550100', contacts }),
		);
		const sent = () => stage.sandbox.world.record.all().length;
		const execution = await stage.api.run(id, BY_HAND);
		/** How many messages had been sent when n8n answered somebody else. */
		const answered = new Set<number>();
		while (sent() < ITEMS) {
			const response = await fetch(`${stage.n8n.url}/healthz`);
			expect(response.status).toBe(200);
			answered.add(sent());
		}
		const { status } = await stage.api.waitForExecution(execution, { deadline: 60_000 });
		expect(status).toBe('success');
		const between = [...answered].filter((count) => count > 0 && count < ITEMS);
		expect(between.length).toBeGreaterThan(20);
	}, 120_000);
});
