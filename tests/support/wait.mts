import type { IDataObject, INodeParameters, IRunExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { Linq } from '../../nodes/Linq/Linq.node.ts';
import { runNode, type NodeRun } from './engine/run.mts';
import { callWebhook, type Incoming, type WebhookResult } from './engine/trigger.mts';
import type { Setup } from './engine/workflow.mts';
import { locator, seeded, useSandbox } from './linq.mts';
import { useReceiver, type Arrival, type Receiver } from './receiver.mts';

/** The field Choices, as the editor saves it. */
export const choices = (...texts: string[]) => ({ choice: texts.map((text) => ({ text })) });

let executions = 0;

const asked = z.object({
	question: z
		.object({
			messageId: z.string(),
			poll: z
				.object({
					messageId: z.string(),
					options: z.array(z.object({ id: z.string(), text: z.string() })),
				})
				.nullable(),
		})
		.passthrough(),
});

/** An execution that waits for an answer, without an n8n around it that would store it. */
export class Waiting {
	constructor(
		private readonly setup: Setup,
		readonly run: NodeRun,
		private readonly receiver: Receiver,
	) {}

	/** The data that n8n stores with the execution. */
	get data(): IRunExecutionData {
		return this.run.run.data;
	}

	get question() {
		const { contextData } = this.data.executionData ?? {};
		return asked.parse(contextData?.['node:Node under test']).question;
	}

	/** The deliveries to the address of this wait, the newest last. */
	get deliveries(): Arrival[] {
		const path = `/webhook-waiting/${this.setup.executionId}/`;
		return this.receiver.arrivals.filter((one) => one.path.startsWith(path));
	}

	/** Hands a delivery, by default the newest, to the node as n8n does. */
	async take(incoming?: Incoming): Promise<WebhookResult> {
		const delivery = incoming ?? this.deliveries.at(-1);
		if (!delivery) throw new Error('Nothing was delivered');
		// n8n reads the execution from its database for each request.
		const stored = JSON.parse(JSON.stringify(this.data)) as IRunExecutionData;
		return await callWebhook(this.setup, delivery, stored);
	}

	/** The same, and the item with which the execution goes on, if it does. */
	async answer(incoming?: Incoming): Promise<IDataObject | undefined> {
		const { items, status } = await this.take(incoming);
		if (status !== 200) throw new Error(`The delivery was answered with ${status}`);
		return items?.[0]?.json;
	}
}

/** A sandbox, a receiver in the place of n8n, and the operation Send and Wait for Response. */
export function useWait() {
	const { sandbox, credential, client } = useSandbox();
	const receiver = useReceiver();

	/** Runs the operation as far as n8n lets it wait; it need not come to that. */
	const ask = async (
		parameters: INodeParameters = {},
		setup: Partial<Setup> = {},
		input?: IDataObject[],
	): Promise<Waiting> => {
		const whole: Setup = {
			node: new Linq(),
			credential: credential(),
			executionId: `wait-${++executions}`,
			n8nUrl: receiver().url,
			...setup,
			parameters: {
				resource: 'message',
				operation: 'sendAndWait',
				sendTo: 'chat',
				chatId: locator(seeded.chatWithAva),
				message: 'May we?',
				...parameters,
			},
		};
		const run = await runNode(whole, input);
		await sandbox().settled();
		return new Waiting(whole, run, receiver());
	};

	const subscriptions = () => sandbox().world.state.subscriptions.all();

	return { sandbox, ask, subscriptions, client };
}
