import { waitFor } from '../../scripts/waitFor.mts';
import { campaign } from '../support/campaign.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { BY_HAND } from '../support/workflows.mts';
import { sendOnce } from '../support/sendOnce.mts';

const line = '+12025550100';

/** Numbers nobody has written to yet. */
const people = (count: number, start: number) =>
	Array.from({ length: count }, (_, i) => `+1202556${start + i}`);

describe('a campaign in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	/** How many messages of ours each contact has on their phone. */
	const received = (contacts: string[]) => {
		const { chats, messages } = stage.sandbox.world.state;
		return contacts.map((contact) => {
			const chat = chats.reusable(line, [contact]);
			return chat === undefined ? 0 : messages.ofChat(chat.id).length;
		});
	};

	const requestsMade = () => stage.sandbox.world.record.all().length;

	it('reaches each of 300 contacts once, though it fails in the middle and n8n retries', async () => {
		const contacts = people(300, 1000);
		const { faults } = stage.sandbox.world;
		// One that our own retries do not wait out, one that they do, one after the work is done.
		faults.add({ to: contacts[150], status: 400, code: 1005, times: 1 });
		faults.add({ to: contacts[80], status: 429, retry_after: 1, times: 1 });
		faults.add({ to: contacts[120], reset: 'after', times: 1 });
		const { id } = await stage.api.createWorkflow(
			campaign({
				name: 'Retried',
				line,
				contacts,
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 100 },
			}),
		);
		const execution = await stage.api.waitForExecution(await stage.api.run(id, BY_HAND), {
			deadline: 90_000,
		});
		expect(execution.status).toBe('success');
		expect(requestsMade()).toBeGreaterThan(300 + 150);
		expect(received(contacts)).toEqual(contacts.map(() => 1));
	}, 120_000);

	it('reaches each contact once, though n8n is killed in the middle and run again', async () => {
		const contacts = people(300, 2000);
		const { faults } = stage.sandbox.world;
		faults.clear();
		faults.add({ delay_ms: 50 });
		const { id } = await stage.api.createWorkflow(
			campaign({
				name: 'Killed',
				line,
				contacts,
				options: sendOnce('key', '=spring {{ $json.phone }}'),
			}),
		);
		const before = requestsMade();
		await stage.api.run(id, BY_HAND);
		await waitFor('a third to go out', () => Promise.resolve(requestsMade() > before + 100), {
			deadline: 60_000,
			interval: 20,
		});
		process.kill(stage.n8n.process.pid, 'SIGKILL');
		await stage.n8n.process.ended;
		await stage.restartN8n();
		const wereOut = received(contacts).filter((count) => count > 0).length;
		expect(wereOut).toBeGreaterThan(50);
		expect(wereOut).toBeLessThan(300);

		faults.clear();
		const execution = await stage.api.waitForExecution(await stage.api.run(id, BY_HAND), {
			deadline: 90_000,
		});
		expect(execution.status).toBe('success');
		expect(received(contacts)).toEqual(contacts.map(() => 1));
	}, 240_000);
});
