import { exampleCredential } from '../../scripts/start/examples.mts';
import { N8nApiError } from '../../scripts/n8n/rest.mts';
import type { WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { onEvents, TRIGGER } from '../support/workflows.mts';

const WEBHOOK = 'Webhook';

/** A workflow that starts with n8n's own Webhook node. */
function onWebhook(): WorkflowFile {
	const [trigger] = onEvents('', {}).nodes;
	const webhook = {
		...trigger,
		name: WEBHOOK,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path: 'hook', options: {} },
		credentials: undefined,
	};
	return { name: 'Hook', nodes: [webhook], connections: {} };
}

/** The trigger with the credential of that name. */
function withCredential(name: string, credential: string): WorkflowFile {
	const { nodes } = onEvents(name, { events: ['message.received'] });
	const credentials = { [exampleCredential.type]: { id: null, name: credential } };
	return { name, nodes: nodes.map((node) => ({ ...node, credentials })), connections: {} };
}

/** Asks n8n over and over whether it is alive, until told to stop. */
function watch(url: string) {
	const alive = { answers: 0, failures: [] as unknown[], stopped: false };
	const watching = (async () => {
		while (!alive.stopped) {
			try {
				const { status } = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
				if (status !== 200) alive.failures.push(status);
				alive.answers++;
			} catch (error) {
				alive.failures.push(error);
			}
		}
	})();
	return async () => {
		alive.stopped = true;
		await watching;
		return alive;
	};
}

describe('testing triggers in a real n8n', () => {
	let stage: Stage;
	let [bad, hook, good] = ['', '', ''];

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
		await stage.api.createCredential('Wrong', exampleCredential.type, {
			apiToken: 'wrong token',
			baseUrl: stage.sandbox.apiBaseUrl,
		});
		const make = async (file: WorkflowFile) => (await stage.api.createWorkflow(file)).id;
		bad = await make(withCredential('Bad', 'Wrong'));
		hook = await make(onWebhook());
		good = await make(withCredential('Good', exampleCredential.name));
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	const test = (id: string) => stage.api.listen(id, id === hook ? WEBHOOK : TRIGGER);
	const held = () => stage.sandbox.world.state.subscriptions.all();
	const fails = async (id: string) => {
		const error: unknown = await test(id).catch((reason: unknown) => reason);
		expect(error).toBeInstanceOf(N8nApiError);
		return String(error);
	};

	it(
		'one that fails does not freeze n8n for those after it',
		async () => {
			const end = watch(stage.n8n.url);
			expect(await fails(bad)).toContain('does not accept the API token');
			await test(hook);
			expect(await fails(bad)).toContain('does not accept the API token');
			await test(hook);
			await test(good);
			const { answers, failures } = await end();
			expect(failures).toEqual([]);
			expect(answers).toBeGreaterThan(0);
			expect(held()).toHaveLength(1);
		},
		START_TIMEOUT,
	);

	it(
		'the next test removes a subscription that Stop Listening could not remove while Linq was down',
		async () => {
			const [left] = held();
			const { id: fault } = stage.sandbox.world.faults.add({ status: 503, code: 4004 });
			await stage.api.stopListening(good);
			await waitFor('n8n to have asked Linq', () =>
				stage.sandbox.world.faults.all().some(({ hits }) => hits > 0),
			);
			expect(await fails(good)).toContain('Linq error 4004');
			stage.sandbox.world.faults.remove(fault);
			expect(held()).toEqual([left]);
			await test(good);
			expect(held()).toEqual([expect.objectContaining({ id: left?.id })]);
			await stage.api.stopListening(good);
			await waitFor('the subscription to go', () => held().length === 0);
		},
		START_TIMEOUT,
	);

	it(
		'ending a test leaves the published workflow its subscription',
		async () => {
			await stage.publish(good);
			const [published] = held();
			await test(good);
			expect(held()).toHaveLength(2);
			await stage.api.stopListening(good);
			await waitFor('the subscription of the test to go', () => held().length < 2);
			expect(held()).toEqual([published]);
		},
		START_TIMEOUT,
	);

	it('the signing secret can be read neither in the workflow nor at Linq', async () => {
		const [ours] = held();
		const text = JSON.stringify([
			await stage.api.getWorkflowAsStored(good),
			await stage.subscriptions(),
		]);
		expect(text).toContain('sealedSecret');
		expect(text).not.toContain(ours?.secret.slice(6));
	});
});
