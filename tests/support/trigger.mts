import type { IDataObject, INodeType } from 'n8n-workflow';
import * as n8nWorkflow from 'n8n-workflow';

import { LinqTrigger } from '../../nodes/LinqTrigger/LinqTrigger.node.ts';
import type { SandboxOptions } from '../../sandbox/server.mts';
import type { Incoming } from './engine/trigger.mts';
import { WEBHOOK_ID, type Setup } from './engine/workflow.mts';
import { seeded, useSandbox } from './linq.mts';
import { useReceiver } from './receiver.mts';

export interface Subscription extends IDataObject {
	id: string;
	target_url: string;
	subscribed_events: string[];
	phone_numbers: string[] | null;
	is_active: boolean;
}

/** A sandbox, and a receiver in the place of n8n that its webhooks go to. */
export function useTrigger(options: SandboxOptions = {}) {
	const { sandbox, credential, client } = useSandbox(options);
	const receiver = useReceiver();
	let count = 0;

	beforeEach(() => {
		count++;
	});

	/** A trigger whose n8n is the receiver; another one in each test. */
	const trigger = (parameters: IDataObject = {}, setup: Partial<Setup> = {}): Setup => ({
		node: new LinqTrigger(),
		credential: credential(),
		parameters: { events: ['message.received'], ...parameters } as Setup['parameters'],
		staticData: {},
		n8nUrl: receiver().url,
		...setup,
		settings: { id: `trigger-${count}`, ...setup.settings },
	});

	/** Actions in Linq's dashboard. */
	const path = '/v3/webhook-subscriptions';
	const dashboard = {
		subscriptions: async () =>
			(await client().ask<{ subscriptions: Subscription[] }>('GET', path)).subscriptions,
		add: (target_url: string, subscribed_events = ['message.received']) =>
			client().ask<Subscription>('POST', path, { target_url, subscribed_events }),
		edit: (id: string, change: object) => client().ask('PUT', `${path}/${id}`, change),
		delete: (id: string) => client().ask('DELETE', `${path}/${id}`),
	};

	/** Something on the control side, until all that it causes has happened. */
	const control = async (path: string, body: object) => {
		await client().act(path, body);
		await sandbox().settled();
	};

	/** Ava, or whom the message names, texts the first line, or the one it names. */
	const textIn = (text: string, message: object = {}) =>
		control('/receive', { from: seeded.ava, text, ...message });

	/** Fires an event with the data of the contract's example. */
	const fire = (event_type: string, data?: object) => control('/events', { event_type, data });

	/** The last request to arrive at a trigger's address. */
	const lastDelivery = ({ settings }: Setup = trigger()): Incoming => {
		const { webhookId = WEBHOOK_ID } = settings ?? {};
		const last = receiver().arrivals.findLast(({ path }) => path.includes(`/${webhookId}/`));
		if (!last) throw new Error('Nothing was delivered');
		return last;
	};

	return {
		sandbox,
		client,
		receiver,
		trigger,
		dashboard,
		control,
		textIn,
		fire,
		lastDelivery,
	};
}

/** The node as another process of n8n has it, which remembers nothing. */
export async function inNewProcess(): Promise<INodeType> {
	let node: INodeType | undefined;
	await jest.isolateModulesAsync(async () => {
		// Errors have to be of the classes that n8n knows.
		jest.doMock('n8n-workflow', () => n8nWorkflow);
		const loaded = await import('../../nodes/LinqTrigger/LinqTrigger.node.ts');
		node = new loaded.LinqTrigger();
	});
	if (!node) throw new Error('The node could not be loaded');
	return node;
}
