import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import type { NodeOperation } from '../../../tests/support/drift/fields.mts';
import type { Furniture } from '../../../tests/support/drift/furniture.mts';
import { samples } from '../../../tests/support/drift/samples/index.mts';
import { seeded } from '../../../tests/support/linq.mts';

/** The field of the item before from which an ID is taken, by the ID of the samples. */
const FROM_FURNITURE: Record<keyof Furniture, string> = {
	messageId: 'message_id',
	stickerId: 'reaction_id',
	cardId: 'message_id',
	otherCardId: 'message_id',
	pollId: 'message_id',
	votedId: 'option_id',
	optionId: 'option_id',
	fileMessageId: 'message_id',
	imageId: 'attachment_id',
	expiredUrl: 'url',
	audioId: 'attachment_id',
	lineId: 'line_id',
	auditId: 'audit_id',
	subscriptionId: 'subscription_id',
	paymentRequestId: 'payment_request_id',
	paymentId: 'payment_id',
	connectId: 'connect_id',
};

const FROM_SEED: Record<string, string> = {
	[seeded.chatWithAva]: 'chat_id',
	[seeded.chatWithBen]: 'chat_id',
	[seeded.group]: 'chat_id',
	[seeded.fromAva]: 'message_id',
	[seeded.fromBen]: 'message_id',
	[seeded.toAva]: 'message_id',
};

/** IDs that tell what they stand for, where no sandbox is there that has any. */
export const NAMES = Object.fromEntries(
	Object.keys(FROM_FURNITURE).map((name) => [name, `the ${name}`]),
) as unknown as Furniture;

export interface Example {
	/** As the editor saves them; IDs are expressions. */
	parameters: INodeParameters;
	/** The item for which they hold. */
	item: Record<string, string>;
}

/**
 * The parameters of an operation's first sample, without options, and with expressions in the place
 * of IDs. So a test can run what the page shows.
 */
export function exampleOf({ name }: NodeOperation, there: Furniture): Example {
	const fields = new Map([
		...Object.entries(FROM_SEED),
		...Object.entries(FROM_FURNITURE).map(([id, field]): [string, string] => [
			there[id as keyof Furniture],
			field,
		]),
	]);
	const item: Example['item'] = {};
	const filled = (value: NodeParameterValueType): NodeParameterValueType => {
		if (Array.isArray(value)) return value.map(filled) as NodeParameterValueType;
		if (typeof value === 'object' && value !== null) {
			const entries = Object.entries(value as INodeParameters);
			return Object.fromEntries(entries.map(([key, inner]) => [key, filled(inner)]));
		}
		// Of several IDs, the first will do.
		const [id = ''] = String(value).split(', ');
		const field = fields.get(id);
		if (field === undefined) return value;
		item[field] = id;
		return `={{ $json.${field} }}`;
	};
	const [sample = {}] = samples[name]?.(there) ?? [];
	const fieldsAlone = Object.entries(sample).filter(([field]) => field !== 'options');
	return { parameters: filled(Object.fromEntries(fieldsAlone)) as INodeParameters, item };
}

/** A node as the editor takes it from the clipboard. */
export const pasteable = (operation: NodeOperation, { parameters }: Example): string =>
	JSON.stringify(
		{
			nodes: [
				{
					name: 'Linq',
					type: 'n8n-nodes-linqapp.linq',
					typeVersion: 1,
					position: [0, 0],
					parameters: {
						resource: operation.resource.value,
						operation: operation.operation.value,
						...parameters,
					},
				},
			],
			connections: {},
		},
		null,
		2,
	).replace(/"position": \[[^\]]*\]/, '"position": [0, 0]');
