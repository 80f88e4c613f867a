import { exampleCredential } from '../../scripts/start/examples.mts';
import type { WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { BY_HAND } from './workflows.mts';

/** How a list is sent to. */
export interface Campaign {
	name: string;
	line: string;
	/** Their numbers, or all that the list says of them, `phone` included. */
	contacts: Array<string | (Record<string, unknown> & { phone: string })>;
	/** Fields of the Linq node that are to be others. */
	parameters?: Record<string, unknown>;
	/** Options of the Linq node. */
	options?: Record<string, unknown>;
	/** Settings of the Linq node, e.g. retryOnFail. */
	settings?: Record<string, unknown>;
}

/** A workflow that sends each contact of a list a text of its own when it is started by hand. */
export function campaign(campaign: Campaign): WorkflowFile {
	const { name, line, contacts, options, parameters, settings } = campaign;
	const list = JSON.stringify({
		contacts: contacts.map((one) => (typeof one === 'string' ? { phone: one } : one)),
	});
	const nodes = [
		{ name: BY_HAND, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			name: 'List',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: list, options: {} },
		},
		{
			name: 'Contacts',
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			parameters: { fieldToSplitOut: 'contacts', options: {} },
		},
		{
			name: 'Send',
			type: 'n8n-nodes-linqapp.linq',
			typeVersion: 1,
			parameters: {
				resource: 'message',
				operation: 'send',
				from: { __rl: true, mode: 'phone', value: line },
				to: '={{ $json.phone }}',
				messageType: 'text',
				text: '=Hello {{ $json.phone }}',
				options: options ?? {},
				...parameters,
			},
			credentials: { [exampleCredential.type]: { id: null, name: exampleCredential.name } },
			...settings,
		},
	];
	const next = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		name,
		nodes: nodes.map((node, place) => ({
			id: `${name}-${place}`,
			position: [208 * place, 0],
			...node,
		})),
		connections: { [BY_HAND]: next('List'), List: next('Contacts'), Contacts: next('Send') },
	};
}
