import { exampleCredential } from '../../scripts/examples.mts';
import type { WorkflowFile } from '../../scripts/n8nShapes.mts';

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
