import { waitFor } from '../../scripts/waitFor.mts';
import { activationModes, Stage, START_TIMEOUT } from '../support/n8n.mts';
import { onEvents, TRIGGER } from '../support/workflows.mts';

const AVA = '+12025550111';

describe.each(activationModes())("the trigger's subscription, made %s", (_, publicationService) => {
	let stage: Stage;
	let id: string;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService });
		({ id } = await stage.api.createWorkflow(onEvents('Life', { events: ['message.received'] })));
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	const activate = () => stage.publish(id);

	const deactivate = async () => {
		await stage.api.deactivate(id);
		await waitFor('the subscription to go', () => held().length === 0);
	};

	/** Linq's subscriptions, with the secrets that only it and the trigger know. */
	const held = () => stage.sandbox.world.state.subscriptions.all();

	const only = () => {
		const [one, ...others] = held();
		expect(others).toEqual([]);
		if (!one) throw new Error('There is no subscription');
		return one;
	};

	/** A contact texts, and that starts the workflow once. */
	const isWorking = async () => {
		const before = (await stage.api.executions(id)).length;
		await stage.control.receive(AVA, 'hi');
		await stage.control.settle();
		expect((await stage.api.executions(id)).length).toBe(before + 1);
	};

	const withEvents = async (...events: string[]) => {
		const { nodes } = await stage.api.getWorkflow(id);
		await stage.api.updateNodes(
			id,
			nodes.map((node) =>
				node.name === TRIGGER ? { ...node, parameters: { ...node.parameters, events } } : node,
			),
		);
	};

	it('is made by activating', async () => {
		await activate();
		expect([...only().events]).toEqual(['message.received']);
		await isWorking();
	});

	it('follows an edit of the node', async () => {
		await withEvents('message.received', 'reaction.added');
		await activate();
		await waitFor('the events', () => held().length === 1 && only().events.size === 2);
		await isWorking();
	});

	it('goes when the workflow is deactivated, and comes back', async () => {
		await deactivate();
		await activate();
		await isWorking();
	});

	it(
		'stays over a restart, and its deliveries are trusted as before',
		async () => {
			const before = only();
			const delivery = (await stage.control.deliveries()).at(-1);
			await stage.restartN8n();
			await waitFor('the webhook', () => isListening(before.targetUrl));
			expect(only().id).toBe(before.id);
			const count = (await stage.api.executions(id)).length;
			const { status } = await fetch(before.targetUrl, {
				method: 'POST',
				headers: delivery && withoutOwn(delivery.headers),
				body: JSON.stringify(delivery?.payload),
			});
			expect(status).toBe(200);
			expect((await stage.api.executions(id)).length).toBe(count + 1);
			await isWorking();
		},
		START_TIMEOUT,
	);

	it(
		'is made again after somebody deleted it: by a restart, or by activating again',
		async () => {
			const { id: former, targetUrl } = only();
			stage.sandbox.world.state.subscriptions.delete(former);
			await stage.restartN8n();
			await waitFor('the webhook', () => isListening(targetUrl));
			if (publicationService) {
				// n8n does not ask the trigger again when it restarts.
				expect(held()).toEqual([]);
				await stage.api.deactivate(id);
				await waitFor('the workflow to be off', async () => !(await isListening(targetUrl)));
				await activate();
			}
			await waitFor('the subscription', () => held().length === 1);
			expect(only().id).not.toBe(former);
			await isWorking();
		},
		2 * START_TIMEOUT,
	);

	it('is corrected after somebody paused and changed it', async () => {
		const ours = only();
		ours.isActive = false;
		ours.events = new Set(['message.read']);
		await deactivateAndActivate();
		expect(only()).toMatchObject({ isActive: true });
		expect([...only().events]).toEqual(['message.received', 'reaction.added']);
		await isWorking();
	});

	const deactivateAndActivate = async () => {
		await deactivate();
		await activate();
	};

	it('does not exist twice when a copy is activated', async () => {
		const { nodes } = await stage.api.getWorkflow(id);
		const copy = await stage.api.createWorkflow({
			name: 'Copy',
			nodes: nodes.map((node) => ({ ...node, webhookId: undefined })),
			connections: {},
		});
		await stage.api.activate(copy.id);
		await waitFor('its own subscription', () => held().length === 2);
		expect(new Set(held().map(({ targetUrl }) => targetUrl)).size).toBe(2);
		await stage.api.deactivate(copy.id);
		await waitFor('it to go', () => held().length === 1);
		await isWorking();
	});

	it('says in time that it could not be made', async () => {
		await deactivate();
		stage.sandbox.world.faults.add({
			operation_id: 'createWebhookSubscription',
			status: 503,
			code: 4004,
			times: 1,
		});
		if (publicationService) {
			await activate();
		} else {
			await expect(stage.api.activate(id)).rejects.toThrow(/Linq error 4004|codes\/4xxx\/4004/);
			await activate();
		}
		await isWorking();
	});
});

/** Whether n8n has the webhook: it refuses what is not signed, and does not know other paths. */
const isListening = (url: string) =>
	fetch(url, { method: 'POST' }).then(
		({ status }) => status === 401,
		() => false,
	);

/** Headers of a delivery without those that fetch makes itself. */
const withoutOwn = (headers: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(headers).filter(
			([name]) =>
				!['content-length', 'host', 'connection', 'transfer-encoding'].includes(name.toLowerCase()),
		),
	);
