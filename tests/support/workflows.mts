import { exampleCredential } from '../../scripts/start/examples.mts';
import type { WorkflowFile } from '../../scripts/n8n/shapes.mts';

/** The name of the trigger in {@link sendByHand}. */
export const BY_HAND = 'Start by hand';

/** A workflow that sends one text into a chat when it is started by hand. */
export function sendByHand(
	name: string,
	chatId: string,
	credential: string = exampleCredential.name,
): WorkflowFile {
	return {
		name,
		nodes: [
			{
				id: 'by-hand',
				name: BY_HAND,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'send',
				name: 'Send',
				type: 'n8n-nodes-linqapp.linq',
				typeVersion: 1,
				position: [208, 0],
				parameters: {
					resource: 'message',
					operation: 'send',
					sendTo: 'chat',
					chatId: { __rl: true, mode: 'id', value: chatId },
					messageType: 'text',
					text: 'Hello',
					options: {},
				},
				credentials: { [exampleCredential.type]: { id: null, name: credential } },
			},
		],
		connections: { [BY_HAND]: { main: [[{ node: 'Send', type: 'main', index: 0 }]] } },
	};
}

/** The name of the trigger in {@link onEvents}. */
export const TRIGGER = 'Linq Trigger';

/** A workflow that starts with the Linq Trigger and does nothing else, or sends a text into a chat. */
export function onEvents(
	name: string,
	parameters: Record<string, unknown>,
	reply?: { chatId: string; text: string },
): WorkflowFile {
	const { nodes, connections } = sendByHand(name, reply?.chatId ?? '');
	const [byHand, send] = nodes;
	const trigger = {
		...byHand,
		id: 'trigger',
		name: TRIGGER,
		type: 'n8n-nodes-linqapp.linqTrigger',
		typeVersion: 1.1,
		parameters,
		credentials: { [exampleCredential.type]: { id: null, name: exampleCredential.name } },
	};
	if (!reply || !send) return { name, nodes: [trigger], connections: {} };
	const text = { ...(send.parameters as object), text: reply.text };
	return {
		name,
		nodes: [trigger, { ...send, parameters: text }],
		connections: { [TRIGGER]: connections[BY_HAND] },
	};
}
