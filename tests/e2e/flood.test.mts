import { waitFor } from '../../scripts/waitFor.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { Balancer } from '../support/queue/balancer.mts';
import { flood, people } from '../support/queue/events.mts';
import { checkFlood, ended, FLOODS, PATIENCE } from '../support/flood.mts';
import { onEvents } from '../support/workflows.mts';

const MINUTE = 60_000;

describe('a flood while n8n is killed, in one process', () => {
	let stage: Stage;
	let proxy: Balancer;
	let series = 500;

	beforeAll(async () => {
		// As a reverse proxy that asks n8n whether it is ready.
		proxy = await Balancer.start();
		stage = await Stage.start({
			publicationService: true,
			sandbox: { retryScale: PATIENCE, webhooksAtOnce: 200 },
			env: { N8N_WEBHOOK_URL: `${proxy.url}/` },
		});
		proxy.servers = [stage.n8n.url];
	}, START_TIMEOUT);

	afterAll(async () => {
		await stage?.close();
		await proxy?.close();
	}, MINUTE);

	it.each(FLOODS)(
		'%s: what Linq was told 200 for is there, and nobody is answered twice',
		async (what, count, perSecond) => {
			const reply = { chatId: '={{ $json.chat_id }}', text: '={{ $json.event_id }}' };
			const { id } = await stage.api.createWorkflow(
				onEvents(what, { events: ['message.received'] }, reply),
			);
			await stage.publish(id);

			const before = proxy.answers.length;
			const flooding = flood(stage, people(count, ++series), perSecond);
			const isThird = () => proxy.answers.length > before + count / 3;
			await waitFor('a third to come', isThird, { deadline: 10 * MINUTE });
			await stage.killN8n();
			await stage.startN8n();
			const sent = await flooding;
			await stage.sandbox.settled();
			await ended(stage, id);
			await checkFlood(what, stage, id, sent);
			await stage.api.deactivate(id);
		},
		60 * MINUTE,
	);
});
