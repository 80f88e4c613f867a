import { waitFor } from '../../scripts/waitFor.mts';
import { campaign, type Campaign } from '../support/campaign.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { BY_HAND } from '../support/workflows.mts';
import { sendOnce } from '../support/sendOnce.mts';

const lines = ['+12025550100', '+12025550101'] as const;

interface Contact extends Record<string, unknown> {
	phone: string;
	line: string;
}

/** Numbers nobody has written to yet, on both lines in turn. */
const people = (count: number, start: number): Contact[] =>
	Array.from({ length: count }, (_, at) => ({
		phone: `+1202557${start + at}`,
		line: lines[at % 2] ?? lines[0],
	}));

const MINUTE = 60_000;

describe('a campaign that heeds Linq’s rules, in a real n8n', () => {
	let stage: Stage;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true, sandbox: { rateLimit: false } });
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	/** How many messages of ours each contact has on their phone. */
	const received = (contacts: Contact[]) => {
		const { chats, messages } = stage.sandbox.world.state;
		return contacts.map(({ phone, line }) => {
			const chat = chats.reusable(line, [phone]);
			const all = chat ? messages.ofChat(chat.id) : [];
			return all.filter(({ direction }) => direction === 'outbound').length;
		});
	};

	const theCampaign = (name: string, contacts: Contact[], options: object): Campaign => ({
		name,
		line: '',
		contacts,
		parameters: { from: { __rl: true, mode: 'phone', value: '={{ $json.line }}' } },
		options: {
			...sendOnce('key', '=spring {{ $json.phone }}'),
			ifAtRisk: 'output',
			secondOutput: true,
			...options,
		},
		settings: { onError: 'continueErrorOutput' },
	});

	/** Runs once; gives the items of each output of the Linq node. */
	const runOnce = async (id: string) => {
		const execution = await stage.api.waitForExecution(await stage.api.run(id, BY_HAND), {
			deadline: 3 * MINUTE,
		});
		expect(execution.status).toBe('success');
		const main = execution.resultData.runData.Send?.[0]?.data?.main ?? [];
		const [sent, notSent] = main.map((items) => (items ?? []).map(({ json }) => json));
		return { sent: sent ?? [], notSent: notSent ?? [] };
	};

	type Json = Record<string, unknown>;
	const table = (items: Json[]) => {
		const counts: Record<string, number> = {};
		for (const { outcome } of items) counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
		return counts;
	};

	it(
		'has each of 300 people in the table of outcomes, and goes on where it was cut off',
		async () => {
			const contacts = people(300, 1000);
			const each = (from: number, to: number, act: (contact: Contact) => Promise<unknown>) =>
				Promise.all(contacts.slice(from, to).map(act));
			const write = ({ phone, line }: Contact, text: string) =>
				stage.control.receive(phone, text, { to: line });
			const { state } = stage.sandbox.world;
			// All over the list, so that what is held back stands between what goes out.
			await each(10, 30, (contact) => write(contact, 'STOP'));
			await each(50, 60, ({ phone }) =>
				stage.control.ask('POST', '/v3/blocked_handles', { handle: phone }),
			);
			await each(100, 140, async (contact) => {
				await write(contact, 'Hi');
				const chat = state.chats.reusable(contact.line, [contact.phone]);
				const at = contacts.indexOf(contact);
				const status = at < 120 ? 'HEALTHY' : at < 132 ? 'AT_RISK' : 'CRITICAL';
				await stage.control.act('/health', { chat_id: chat?.id, status });
			});
			const { id } = await stage.api.createWorkflow(
				campaign(
					theCampaign('Table', contacts, {
						newChatsAtMost: 45,
						sendWindow: { window: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' } },
					}),
				),
			);

			const first = await runOnce(id);
			// 230 people without a chat, 45 for each line; 20 with a healthy one.
			expect(table(first.sent)).toEqual({ sent: 90 + 20 });
			expect(table(first.notSent)).toEqual({
				opted_out: 20,
				blocked: 10,
				at_risk: 12,
				critical: 8,
				postponed: 140,
			});
			const postponed = first.notSent
				.filter(({ outcome }) => outcome === 'postponed')
				.map(({ phone }) => phone);
			const had = received(contacts);
			expect(had.filter((count) => count === 1)).toHaveLength(110);
			expect(Math.max(...had)).toBe(1);

			const second = await runOnce(id);
			expect(table(second.sent)).toEqual({ sent: 110 + 90 });
			const now = received(contacts);
			const newly = contacts.filter((_, at) => now[at] !== had[at]).map(({ phone }) => phone);
			expect(newly).toHaveLength(90);
			expect(newly.filter((phone) => !postponed.includes(phone))).toEqual([]);

			const third = await runOnce(id);
			expect(table(third.sent)).toEqual({ sent: 110 + 140 });
			const last = received(contacts);
			expect(contacts.filter((_, at) => last[at] !== had[at]).map(({ phone }) => phone)).toEqual(
				contacts.map(({ phone }) => phone).filter((phone) => postponed.includes(phone)),
			);
			expect(Math.max(...last)).toBe(1);
		},
		6 * MINUTE,
	);

	it(
		'stops when the window closes in the middle, and sends the rest when it is open again',
		async () => {
			const contacts = people(300, 2000);
			const { faults } = stage.sandbox.world;
			faults.add({ operation_id: 'createChat', delay_ms: 250 });
			const options = (from: string, until: string) => ({
				maxConcurrentRequests: 4,
				sendWindow: { window: { days: [1, 2, 3, 4, 5, 6, 7], from, until, timeZone: 'Etc/UTC' } },
			});
			const timeOf = (millis: number) => new Date(millis).toISOString().slice(11, 16);
			// The campaign takes 300 / 4 × 0.25 s and more; n8n needs a moment to begin.
			const toClosing = () => MINUTE - (Date.now() % MINUTE);
			await waitFor(
				'a moment shortly before a full minute',
				() => Promise.resolve(toClosing() < 10_000 && toClosing() > 8_000),
				{ deadline: 2 * MINUTE, interval: 100 },
			);
			const closing = Math.ceil(Date.now() / MINUTE) * MINUTE;
			const nextOpening = closing + 18 * 60 * MINUTE;
			const created = await stage.api.createWorkflow(
				campaign(theCampaign('Window', contacts, options(timeOf(nextOpening), timeOf(closing)))),
			);

			const first = await runOnce(created.id);
			const had = received(contacts);
			const outside = first.notSent.map(({ phone }) => phone);
			expect(table(first.notSent)).toEqual({ outside_window: outside.length });
			expect(first.sent.length).toBeGreaterThan(10);
			expect(outside.length).toBeGreaterThan(10);
			expect(first.sent.length + outside.length).toBe(300);
			expect(contacts.filter((_, at) => had[at] === 0).map(({ phone }) => phone)).toEqual(outside);
			expect(Math.max(...had)).toBe(1);
			expect(new Set(first.notSent.map(({ send_after: after }) => after))).toEqual(
				new Set([new Date(nextOpening).toISOString()]),
			);

			faults.clear();
			const open = campaign(theCampaign('Window', contacts, options('00:00', '24:00')));
			await stage.api.updateNodes(created.id, open.nodes);
			const second = await runOnce(created.id);
			expect(table(second.sent)).toEqual({ sent: 300 });
			expect(received(contacts)).toEqual(contacts.map(() => 1));
		},
		8 * MINUTE,
	);
});
