import type { IDataObject } from 'n8n-workflow';

import { EVENTS } from '../../../nodes/shared/events.ts';
import type { World } from '../../../sandbox/world.mts';
import { activate, callHook, callWebhook } from '../../support/engine/trigger.mts';
import { WEBHOOK_ID, type Setup } from '../../support/engine/workflow.mts';
import { seeded } from '../../support/linq.mts';
import { inNewProcess, useTrigger, type Subscription } from '../../support/trigger.mts';

const MINUTE = 60_000;

/** Subscriptions of this sandbox are a minute old as soon as they are made. */
let clockIsOff = -MINUTE;

const { sandbox, receiver, trigger, dashboard, textIn, lastDelivery } = useTrigger({
	now: () => Date.now() + clockIsOff,
});

beforeEach(() => {
	clockIsOff = -MINUTE;
});

const WEBHOOK = `/webhook/${WEBHOOK_ID}/linq`;
const addressOf = ({ n8nUrl = '' }: Setup, version = '2026-02-03') =>
	`${n8nUrl}${WEBHOOK}?version=${version}`;

/** The address as it is registered, whatever the key. */
const withKey = (setup: Setup) =>
	expect.stringMatching(
		new RegExp(`^${addressOf(setup).replace(/[.?]/g, '\\$&')}&key=[\\w-]{90,}$`),
	) as unknown as string;

/** Static data as it comes back from n8n's database. */
const saved = ({ staticData }: Setup) => JSON.parse(JSON.stringify(staticData)) as IDataObject;

const changesSince = (count: number) =>
	sandbox()
		.world.record.all()
		.slice(count)
		.filter(({ method }) => method !== 'GET')
		.map(({ method, operationId }) => `${method} ${operationId}`);

/** Everything that activation promises, whatever was there before. */
async function expectRight(setup: Setup, wanted: Partial<Subscription> = {}): Promise<void> {
	const atAddress = (await dashboard.subscriptions()).filter(({ target_url: url }) =>
		url.startsWith(`${setup.n8nUrl ?? ''}${WEBHOOK}?`),
	);
	expect(atAddress).toEqual([
		expect.objectContaining({
			target_url: withKey(setup),
			subscribed_events: ['message.received'],
			phone_numbers: null,
			is_active: true,
			...wanted,
		}),
	]);
	expect(await callHook(setup, 'checkExists')).toBe(true);
	await expectWorking(setup);
}

/** Proves that the trigger holds the secret. */
async function expectWorking(setup: Setup): Promise<void> {
	receiver().forget();
	await textIn('Anybody there?');
	const { status, items } = await callWebhook(setup, lastDelivery(setup));
	expect({ status, items }).toEqual({ status: 200, items: [expect.anything()] });
}

interface State {
	/** Changes things after the trigger was activated; returns the trigger as it is now. */
	happened: (setup: Setup, ours: Subscription) => unknown;
	/** Changes at Linq by the next activation. */
	changes: string[];
	/** Whether the subscription stays the same, with its secret. */
	kept: boolean;
	wanted?: Partial<Subscription>;
	/** Subscriptions elsewhere that must be left alone. */
	others?: number;
}

/** The credential has another token, and Linq takes that one only. */
function withOtherToken({ credential, ...setup }: Setup): Setup {
	const apiToken = 'another-token';
	jest.replaceProperty(sandbox(), 'token', apiToken);
	jest.replaceProperty(sandbox().world.settings, 'token', apiToken);
	return { ...setup, credential: { ...credential, apiToken } };
}

afterEach(() => jest.restoreAllMocks());

const setupOr = (before: Setup, after: unknown) =>
	typeof after === 'object' && after !== null && 'node' in after ? (after as Setup) : before;

const CREATE = 'POST createWebhookSubscription';
const UPDATE = 'PUT updateWebhookSubscription';
const DELETE = 'DELETE deleteWebhookSubscription';

const with_ = (setup: Setup, change: IDataObject): Setup => ({
	...setup,
	parameters: { ...setup.parameters, ...change } as Setup['parameters'],
});

const states: Record<string, State> = {
	'nothing has changed': { happened: () => undefined, changes: [], kept: true },
	'n8n was restarted': {
		happened: async (setup) => ({ ...setup, node: await inNewProcess() }),
		changes: [],
		kept: true,
	},
	'it was paused': {
		happened: (_, { id }) => dashboard.edit(id, { is_active: false }),
		changes: [UPDATE],
		kept: true,
	},
	'its events were edited': {
		happened: (_, { id }) => dashboard.edit(id, { subscribed_events: ['message.read'] }),
		changes: [UPDATE],
		kept: true,
	},
	'its lines were edited': {
		happened: (_, { id }) => dashboard.edit(id, { phone_numbers: [seeded.secondLine] }),
		changes: [UPDATE],
		kept: true,
	},
	'its version was edited': {
		happened: (setup, { id }) => dashboard.edit(id, { target_url: addressOf(setup, '2025-01-01') }),
		changes: [UPDATE],
		kept: true,
	},
	'it was sent elsewhere': {
		happened: (_, { id }) =>
			dashboard.edit(id, { target_url: 'https://elsewhere.com/linq?version=2026-02-03' }),
		changes: [CREATE, UPDATE],
		kept: false,
		others: 1,
	},
	'it was deleted': {
		happened: (_, { id }) => dashboard.delete(id),
		changes: [CREATE, UPDATE],
		kept: false,
	},
	'the secret was lost from storage': {
		happened: async (setup) => ({ ...setup, staticData: {}, node: await inNewProcess() }),
		changes: [],
		kept: true,
	},
	'the secret was lost, and somebody took the key out of the address': {
		happened: async (setup, { id }) => {
			await dashboard.edit(id, { target_url: addressOf(setup) });
			return { ...setup, staticData: {}, node: await inNewProcess() };
		},
		changes: [DELETE, CREATE, UPDATE],
		kept: false,
	},
	'the token was changed': {
		happened: (setup) => withOtherToken(setup),
		changes: [UPDATE],
		kept: true,
	},
	'the token was changed and n8n was restarted': {
		happened: async (setup) => withOtherToken({ ...setup, node: await inNewProcess() }),
		changes: [DELETE, CREATE, UPDATE],
		kept: false,
	},
	'the secret was lost from storage, but not from this process': {
		happened: (setup) => ({ ...setup, staticData: {} }),
		changes: [],
		kept: true,
	},
	'the events of the node were changed': {
		happened: (setup) => with_(setup, { events: ['message.received', 'reaction.added'] }),
		changes: [UPDATE],
		kept: true,
		wanted: { subscribed_events: ['message.received', 'reaction.added'] },
	},
	'all events were chosen': {
		happened: (setup) => with_(setup, { events: ['*'] }),
		changes: [UPDATE],
		kept: true,
		wanted: {
			subscribed_events: expect.arrayContaining(
				EVENTS.map(({ value }) => value),
			) as unknown as string[],
		},
	},
	'the lines of the node were changed': {
		happened: (setup) => with_(setup, { lines: [seeded.line] }),
		changes: [UPDATE],
		kept: true,
		wanted: { phone_numbers: [seeded.line] },
	},
	"n8n's public URL has changed": {
		happened: (setup) => ({ ...setup, n8nUrl: setup.n8nUrl?.replace('127.0.0.1', 'localhost') }),
		changes: [UPDATE],
		kept: true,
	},
	"n8n's public URL has changed and the secret was lost": {
		happened: async (setup) => ({
			...setup,
			n8nUrl: setup.n8nUrl?.replace('127.0.0.1', 'localhost'),
			staticData: {},
			node: await inNewProcess(),
		}),
		// Its key says whose it is.
		changes: [UPDATE],
		kept: true,
	},
	'somebody else subscribed on the same n8n': {
		happened: (setup) => dashboard.add(`${setup.n8nUrl ?? ''}/webhook/other/linq`),
		changes: [],
		kept: true,
		others: 1,
	},
	'somebody added a second one for the same address': {
		happened: (setup) => dashboard.add(addressOf(setup, '2025-01-01')),
		changes: [DELETE],
		kept: true,
	},
};

describe('activation, when since the last one', () => {
	test.each(Object.entries(states))(
		'%s',
		async (_, { happened, changes, kept, wanted, others }) => {
			const before = trigger();
			await activate(before);
			const [ours] = await dashboard.subscriptions();
			if (!ours) throw new Error('There is no subscription');
			const setup = setupOr(before, await happened(before, ours));
			await sandbox().settled();
			const count = sandbox().world.record.all().length;

			await activate(setup);

			expect(changesSince(count)).toEqual(changes);
			await expectRight(setup, wanted);
			const all = await dashboard.subscriptions();
			expect(all).toHaveLength(1 + (others ?? 0));
			expect(
				all.some(({ id, target_url: url }) => id === ours.id && url.startsWith(addressOf(setup))),
			).toBe(kept);
		},
	);

	test('never: it subscribes once, with the version it reads', async () => {
		const setup = trigger();
		expect(await callHook(setup, 'checkExists')).toBe(false);
		await activate(setup);
		await expectRight(setup);
	});
});

describe('what an earlier version has left in static data, readable', () => {
	const former = { signingSecret: 'whsec_Zm9ybWVy', recentEvents: 'some,ids' };
	const withFormer = (setup: Setup): Setup => {
		const [[node = '', stored] = []] = Object.entries(saved(setup));
		return { ...setup, staticData: { [node]: { ...(stored as IDataObject), ...former } } };
	};
	const names = ({ staticData }: Setup) =>
		Object.values(staticData ?? {}).flatMap((stored) => Object.keys(stored as IDataObject));

	test.each<[string, (setup: Setup) => Promise<unknown>]>([
		['that finds all as it should be', (setup) => activate(setup)],
		[
			'that subscribes anew',
			async (setup) => {
				for (const { id } of await dashboard.subscriptions()) await dashboard.delete(id);
				await activate(setup);
			},
		],
	])('goes with the next activation, %s', async (_, next) => {
		const before = trigger();
		await activate(before);
		const setup = withFormer(before);
		expect(names(setup)).toEqual(expect.arrayContaining(Object.keys(former)));
		await next(setup);
		expect(names(setup).sort()).toEqual(
			['lines', 'owner', 'sealedSecret', 'subscriptionId', 'targetUrl'].sort(),
		);
		await expectRight(setup);
	});

	test('goes at the latest when it is deactivated', async () => {
		const before = trigger();
		await activate(before);
		const setup = withFormer(before);
		await callHook(setup, 'delete');
		expect(names(setup)).toEqual([]);
	});
});

describe('side by side', () => {
	test('a copy of the workflow, static data included, leaves the original alone', async () => {
		const original = trigger();
		await activate(original);
		const [first] = await dashboard.subscriptions();
		const copy: Setup = {
			...trigger(),
			staticData: saved(original),
			settings: { id: 'copy', webhookId: '00000000-0000-4000-8000-000000000002' },
		};
		await activate(copy);
		expect(await dashboard.subscriptions()).toEqual([
			first,
			expect.objectContaining({ is_active: true }),
		]);
		await callHook(copy, 'delete');
		expect(await dashboard.subscriptions()).toEqual([first]);
		await expectWorking(original);
	});

	test('a test listens beside the active workflow', async () => {
		const active = trigger();
		await activate(active);
		const [first] = await dashboard.subscriptions();
		const listening: Setup = { ...active, staticData: {}, mode: 'manual' };
		await activate(listening, 'manual');
		const [, second] = await dashboard.subscriptions();
		expect(second?.target_url).toContain(addressOf(active).replace('/webhook/', '/webhook-test/'));

		receiver().forget();
		await textIn('hi');
		const deliveries = receiver().arrivals;
		expect(deliveries).toHaveLength(2);
		for (const setup of [active, listening]) {
			const results = await Promise.all(deliveries.map((one) => callWebhook(setup, one)));
			expect(results.map(({ status }) => status).sort()).toEqual([200, 401]);
		}

		// So n8n ends a test (test-webhooks.js, deactivateWebhooks).
		await callHook(listening, 'delete', 'internal');
		expect(await dashboard.subscriptions()).toEqual([first]);
		await expectWorking(active);
	});

	test.each(['create', 'delete and create'])(
		'two processes activate at the same moment (%s): one does, the other tries again',
		async (kind) => {
			const one = trigger();
			if (kind !== 'create') await dashboard.add(addressOf(one));
			clockIsOff = 0;
			const other: Setup = { ...one, node: await inNewProcess(), staticData: {} };
			const results = await Promise.allSettled([activate(one), activate(other)]);

			for (const [index, result] of results.entries()) {
				if (result.status === 'fulfilled') continue;
				expect(String(result.reason)).toContain('by another process at the same moment');
				// Like n8n: cleans up, reads the data that the other has saved by then, and tries again.
				const [failed, done] = index === 0 ? [one, other] : [other, one];
				await callHook(failed, 'delete', 'internal');
				failed.staticData = saved(done);
				await activate(failed);
			}
			expect(results.map(({ status }) => status)).toContain('fulfilled');
			const all = await dashboard.subscriptions();
			expect(all).toHaveLength(1);
			for (const setup of [one, other]) {
				expect(Object.values(setup.staticData ?? {})).toEqual([
					expect.objectContaining({ subscriptionId: all[0]?.id }),
				]);
			}
			await expectWorking(one);
		},
	);

	test('what another process has just made is taken as it is, by its key', async () => {
		clockIsOff = 0;
		const one = trigger();
		await activate(one);
		const [made] = await dashboard.subscriptions();
		const other: Setup = { ...one, node: await inNewProcess(), staticData: {} };
		await activate(other);
		expect(await dashboard.subscriptions()).toEqual([made]);
		await expectWorking(other);
	});

	test('what another process is just making is not replaced before it has its key', async () => {
		clockIsOff = 0;
		const setup = trigger();
		const made = await dashboard.add(`${addressOf(setup)}&key=pending`);
		await expect(activate(setup)).rejects.toThrow('by another process at the same moment');
		expect(await dashboard.subscriptions()).toEqual([
			expect.objectContaining({ id: made.id, target_url: made.target_url }),
		]);
	});

	describe('n8n cleans up after an activation that gave way to another process', () => {
		/** One process has subscribed and has no key yet; the other one has given way to it. */
		const gaveWay = async () => {
			// New for nine seconds, so that the test may take its time.
			clockIsOff = 4_000;
			const one = trigger();
			const other: Setup = { ...one, node: await inNewProcess(), staticData: {} };
			await activate(one);
			const [{ id, target_url: withItsKey } = { id: '' }] = await dashboard.subscriptions();
			await dashboard.edit(id, { target_url: `${addressOf(one)}&key=pending` });
			await expect(activate(other)).rejects.toThrow('by another process at the same moment');
			return {
				one,
				other,
				made: expect.objectContaining({ id, target_url: withItsKey }) as unknown,
				getsItsKey: () => dashboard.edit(id, { target_url: withItsKey }),
			};
		};

		test.each<[string, boolean]>([
			['before that one has its key', false],
			['after that one has its key', true],
		])('%s: what that one made stays', async (_, isAfter) => {
			const { one, other, made, getsItsKey } = await gaveWay();
			if (isAfter) await getsItsKey();
			// It reads what the other has saved by then, or not.
			other.staticData = isAfter ? saved(one) : {};
			const before = saved(other);
			expect(await callHook(other, 'delete', 'internal')).toBe(true);
			expect(saved(other)).toEqual(before);
			if (!isAfter) await getsItsKey();
			expect(await dashboard.subscriptions()).toEqual([made]);
			await expectWorking(one);
			await activate(other);
			expect(await dashboard.subscriptions()).toEqual([made]);
		});

		test('once only: after that it unsubscribes like any other', async () => {
			const { other, getsItsKey } = await gaveWay();
			await callHook(other, 'delete', 'internal');
			await getsItsKey();
			await callHook(other, 'delete');
			expect(await dashboard.subscriptions()).toEqual([]);
		});

		test('not after it has come to an end in the next try', async () => {
			const { other, getsItsKey } = await gaveWay();
			await getsItsKey();
			await activate(other);
			await callHook(other, 'delete');
			expect(await dashboard.subscriptions()).toEqual([]);
		});

		test('nor where it failed for another reason while that one has no key', async () => {
			const { one, other, made, getsItsKey } = await gaveWay();
			await callHook(other, 'delete', 'internal');
			const fault = sandbox().world.faults.add({ operation_id: 'listPhoneNumbers', status: 503 });
			await expect(activate(other)).rejects.toThrow();
			expect(hits(fault.id)).toBeGreaterThan(0);
			sandbox().world.faults.remove(fault.id);
			expect(await callHook(other, 'delete', 'internal')).toBe(true);
			await getsItsKey();
			expect(await dashboard.subscriptions()).toEqual([made]);
			await expectWorking(one);
		});
	});
});

const hits = (id: string) =>
	sandbox()
		.world.record.all()
		.filter(({ fault }) => fault === id).length;

describe('when Linq fails on the way', () => {
	const operations = [
		'listWebhookSubscriptions',
		'listPhoneNumbers',
		'listWebhookEvents',
		'createWebhookSubscription',
		'updateWebhookSubscription',
		'deleteWebhookSubscription',
	];
	const situations: Record<string, (setup: Setup) => Promise<Setup>> = {
		'nothing there': (setup) => Promise.resolve(setup),
		'one to correct': async (setup) => {
			await activate(setup);
			return with_(setup, { lines: [seeded.line] });
		},
		'one to replace': async (setup) => {
			await dashboard.add(addressOf(setup));
			return setup;
		},
	};
	const failures = [{ status: 503, code: 4004 }, { html: true }, { reset: 'before' as const }];

	test.each(
		Object.keys(situations).flatMap((situation) =>
			operations.map((operation): [string, string] => [situation, operation]),
		),
	)('%s, %s fails: activation throws, and the next one gets it right', async (name, operation) => {
		const prepared = await situations[name]?.(trigger({ events: ['*'] }));
		if (!prepared) throw new Error('There is no such situation');
		for (const failure of failures) {
			const fault = sandbox().world.faults.add({ ...failure, operation_id: operation });
			const failed = await activate(prepared).then(
				() => false,
				() => true,
			);
			sandbox().world.faults.remove(fault.id);
			expect(failed).toBe(hits(fault.id) > 0);
		}
		await activate(prepared);
		const wanted = prepared.parameters?.lines ? [seeded.line] : null;
		await expectRight(prepared, {
			subscribed_events: expect.anything() as unknown as string[],
			phone_numbers: wanted,
		});
		expect(await dashboard.subscriptions()).toHaveLength(1);
	});

	test('the answer to the subscription is lost: the next activation replaces it', async () => {
		const setup = trigger();
		sandbox().world.faults.add({
			operation_id: 'createWebhookSubscription',
			reset: 'after',
			times: 1,
		});
		await expect(activate(setup)).rejects.toThrow('could not be reached');
		expect(await dashboard.subscriptions()).toHaveLength(1);
		await activate(setup);
		await expectRight(setup);
		expect(await dashboard.subscriptions()).toHaveLength(1);
	});

	test('the answer to the subscription is lost: n8n cleans up', async () => {
		clockIsOff = 0;
		const setup = trigger();
		sandbox().world.faults.add({
			operation_id: 'createWebhookSubscription',
			reset: 'after',
			times: 1,
		});
		await expect(activate(setup)).rejects.toThrow('could not be reached');
		expect(await callHook(setup, 'delete', 'internal')).toBe(true);
		expect(await dashboard.subscriptions()).toEqual([]);
	});

	test.each(['checkExists', 'create'] as const)(
		'%s says why, instead of taking it for an answer',
		async (method) => {
			const setup = trigger();
			await activate(setup);
			sandbox().world.faults.add({ status: 503, code: 4004, times: 1 });
			await expect(callHook(setup, method)).rejects.toThrow('(Linq error 4004)');
			expect(await dashboard.subscriptions()).toHaveLength(1);
		},
	);
});

describe('deactivation', () => {
	test.each<[string, (setup: Setup, ours: Subscription) => unknown]>([
		['nothing has changed', () => undefined],
		['somebody deleted it before', (_, { id }) => dashboard.delete(id)],
		[
			'the secret was lost',
			async (setup) => ({ ...setup, staticData: {}, node: await inNewProcess() }),
		],
		[
			'its version was edited',
			(setup, { id }) => dashboard.edit(id, { target_url: addressOf(setup, '2025-01-01') }),
		],
		["n8n's public URL has changed", (setup) => ({ ...setup, n8nUrl: 'http://127.0.0.1:1' })],
	])('leaves nothing behind when %s', async (_, happened) => {
		const before = trigger();
		await activate(before);
		const [ours] = await dashboard.subscriptions();
		if (!ours) throw new Error('There is no subscription');
		const setup = setupOr(before, await happened(before, ours));
		await sandbox().settled();
		expect(await callHook(setup, 'delete')).toBe(true);
		expect(await dashboard.subscriptions()).toEqual([]);
		expect(Object.values(setup.staticData ?? {})).toEqual([{}]);
		expect(await callHook(setup, 'delete')).toBe(true);
	});

	test('deletes nothing at another address', async () => {
		const setup = trigger();
		await activate(setup);
		const [ours] = await dashboard.subscriptions();
		await dashboard.edit(ours?.id ?? '', { target_url: 'https://elsewhere.com/linq' });
		await callHook(setup, 'delete');
		expect(await dashboard.subscriptions()).toHaveLength(1);
	});
});

describe('deactivation while Linq fails never throws, and loses nothing', () => {
	const OTHER_WEBHOOK = '00000000-0000-4000-8000-000000000003';
	const another = (setup: Setup): Setup => ({
		...setup,
		staticData: {},
		settings: { id: 'another', webhookId: OTHER_WEBHOOK },
	});

	const deleteWhile = async (setup: Setup, fault: Parameters<World['faults']['add']>[0]) => {
		const { id } = sandbox().world.faults.add(fault);
		const result = await callHook(setup, 'delete', 'internal');
		sandbox().world.faults.remove(id);
		expect(hits(id)).toBeGreaterThan(0);
		return result;
	};

	const failures = {
		'Linq is down': { status: 503, code: 4004 },
		'a web page answers': { html: true },
		'the connection breaks': { reset: 'before' as const },
		'only deleting fails': {
			operation_id: 'deleteWebhookSubscription',
			status: 500,
			code: 3006,
		},
	};

	test.each(Object.entries(failures))('%s: the next activation takes it up', async (_, fault) => {
		const setup = trigger();
		await activate(setup);
		const [ours] = await dashboard.subscriptions();
		expect(await deleteWhile(setup, fault)).toBe(false);
		expect(await dashboard.subscriptions()).toHaveLength(1);
		await activate(setup);
		await expectRight(setup);
		expect(await dashboard.subscriptions()).toEqual([expect.objectContaining({ id: ours?.id })]);
	});

	test('a test that failed because of the token ends', async () => {
		const setup: Setup = {
			...trigger(),
			mode: 'manual',
			credential: { apiToken: 'wrong', baseUrl: sandbox().apiBaseUrl },
		};
		await expect(activate(setup, 'manual')).rejects.toThrow('does not accept the API token');
		expect(await callHook(setup, 'delete', 'internal')).toBe(false);
	});

	test('the activation of any other trigger with that credential removes it', async () => {
		const setup = trigger();
		await activate(setup);
		expect(await deleteWhile(setup, failures['Linq is down'])).toBe(false);
		const other = another(setup);
		await activate(other);
		expect(await dashboard.subscriptions()).toEqual([
			expect.objectContaining({ target_url: expect.stringContaining(OTHER_WEBHOOK) as string }),
		]);
	});

	test('but not when the trigger was activated again meanwhile, by whatever process', async () => {
		const setup = trigger();
		await activate(setup);
		await deleteWhile(setup, failures['Linq is down']);
		const elsewhere: Setup = {
			...setup,
			staticData: saved(setup),
			node: await inNewProcess(),
		};
		await activate(elsewhere);
		await activate(another(setup));
		expect(await dashboard.subscriptions()).toHaveLength(2);
		await expectWorking(elsewhere);
	});

	test('also at another address, after a restart and with another public URL', async () => {
		const setup = trigger();
		await activate(setup);
		await deleteWhile(setup, failures['Linq is down']);
		const moved: Setup = {
			...setup,
			staticData: saved(setup),
			node: await inNewProcess(),
			n8nUrl: setup.n8nUrl?.replace('127.0.0.1', 'localhost'),
		};
		await activate(moved);
		await expectRight(moved);
		expect(await dashboard.subscriptions()).toHaveLength(1);
	});

	test('what is remembered has no secret in it', async () => {
		const setup = trigger();
		await activate(setup);
		const [ours] = sandbox().world.state.subscriptions.all();
		await deleteWhile(setup, failures['Linq is down']);
		const text = JSON.stringify(saved(setup));
		expect(text).toContain(ours?.id);
		expect(text).not.toContain(ours?.secret.slice(6));
		expect(text).not.toContain(sandbox().token);
	});
});

describe('the end of a test', () => {
	test('leaves the active workflow of the same process alone', async () => {
		const active = trigger();
		await activate(active);
		const [ours] = await dashboard.subscriptions();
		const listening: Setup = { ...active, staticData: {}, mode: 'manual' };
		await callHook(listening, 'delete', 'internal');
		expect(await dashboard.subscriptions()).toEqual([ours]);
	});
});

describe('where Linq takes no new address', () => {
	test('static data does', async () => {
		const setup = trigger();
		sandbox().world.faults.add({
			operation_id: 'updateWebhookSubscription',
			status: 400,
			code: 1005,
		});
		await activate(setup);
		const [ours] = await dashboard.subscriptions();
		expect(ours?.target_url).toBe(`${addressOf(setup)}&key=pending`);
		await expectWorking({ ...setup, staticData: saved(setup), node: await inNewProcess() });
		await activate(setup);
		expect(await dashboard.subscriptions()).toEqual([ours]);
	});
});

describe('settings that cannot work are refused before anything is registered', () => {
	test.each<[string, IDataObject, string]>([
		['no events', { events: [] }, 'No event is selected'],
		[
			'an event that “Inbound Only” holds back',
			{ events: ['message.read'] },
			'Message Read: these',
		],
		[
			'a broken expression',
			{ filters: { textMatches: '(' } },
			'Text Matches is not a regular expression: (',
		],
		[
			'an expression that cannot be matched in bounded time',
			{ filters: { textMatches: '/^(?!stop)/' } },
			'Text Matches has a lookahead or lookbehind: "/^(?!stop)/"',
		],
		[
			'a sender that is none',
			{ filters: { senders: 'Ava' } },
			'Senders is not a valid phone number',
		],
		['a line that is none', { lines: ['line'] }, 'Lines is not a valid phone number'],
	])('%s', async (_, parameters, message) => {
		const setup = trigger(parameters);
		await expect(callHook(setup, 'checkExists')).rejects.toThrow(message);
		await expect(callHook(setup, 'create')).rejects.toThrow(message);
		expect(await dashboard.subscriptions()).toEqual([]);
	});

	test('an address that Linq cannot reach', async () => {
		const setup: Setup = {
			...trigger(),
			credential: { apiToken: 'x', baseUrl: 'https://api.linqapp.com/api/partner' },
		};
		await expect(callHook(setup, 'checkExists')).rejects.toThrow(
			/^Linq cannot deliver to http:\/\/127.*set N8N_WEBHOOK_URL \(n8n 1: WEBHOOK_URL\)/,
		);
	});

	test('a credential without a base URL', async () => {
		const setup = { ...trigger(), credential: { apiToken: 'x' } };
		const refused = { message: 'The credential has no base URL' };
		await expect(callHook(setup, 'checkExists')).rejects.toMatchObject(refused);
		await expect(callHook(setup, 'create')).rejects.toMatchObject(refused);
	});
});
