import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { codeOf, readFailure } from '../../../shared/errors/failure';
import { InvalidInput } from '../../../shared/errors/invalidInput';
import { isId, readId } from '../../../shared/input/ids';
import { CHECK_EXPRESSION, splitList } from '../../../shared/input/text';
import type { Field, ItemAtWork, Operation, Produced } from '../../operation';

const messageIdsField: Field = {
	displayName: 'Message IDs',
	name: 'messageIds',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. {{ $json.message_id }}',
	description:
		'ID of the message, from the output of a send. Several IDs, separated by commas or as a list, give an item each.',
};

/** A stored message, as far as it says what became of it (contract/openapi.yaml, Message). */
const message = z.object({
	id: z.string(),
	chat_id: z.string(),
	delivery_status: z.string(),
	service: z.string().nullish(),
	created_at: z.string(),
	sent_at: z.string().nullish(),
	delivered_at: z.string().nullish(),
	read_at: z.string().nullish(),
});

/** Linq's codes for a message that is not there, or not any more (contract/behaviour.md, section 3). */
const NOT_FOUND = new Set([2001, 2002]);

export const getStatus: Operation = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get status of message',
	description:
		'Retrieve how far sent messages have got, e.g. to write it back to a table: sent, delivered, read or failed',
	method: 'GET',
	path: '/v3/messages/{messageId}',
	fields: [messageIdsField],
	perform: async (item) => {
		const reports: Produced[] = [];
		for (const id of readIds(item.context.getNodeParameter('messageIds', ''))) {
			reports.push({ json: await report(item, id) });
		}
		return reports;
	},
};

/** @throws InvalidInput when there is none, or one is malformed */
function readIds(value: unknown): string[] {
	const label = 'Message IDs';
	const ids = splitList(value);
	if (ids.length === 0) {
		throw new InvalidInput(`${label} is empty`, `Enter an ID. ${CHECK_EXPRESSION}`);
	}
	const malformed = ids.find((id) => !isId(id));
	if (malformed !== undefined) readId(malformed, label);
	return ids;
}

/** One that Linq does not have any more must not hide what the others say. */
async function report(item: ItemAtWork, id: string): Promise<IDataObject> {
	const [found] = await Promise.allSettled([flat(item, id)]);
	if (found.status === 'fulfilled') return found.value;
	if (!NOT_FOUND.has(codeOf(readFailure(found.reason)))) throw found.reason;
	return { message_id: id, status: 'not_found' };
}

async function flat(item: ItemAtWork, id: string): Promise<IDataObject> {
	const url = `/v3/messages/${encodeURIComponent(id)}`;
	const found = await item.ask({ method: 'GET', url }, message);
	return {
		message_id: found.id,
		chat_id: found.chat_id,
		status: found.delivery_status,
		service: found.service ?? null,
		created_at: found.created_at,
		sent_at: found.sent_at ?? null,
		delivered_at: found.delivered_at ?? null,
		read_at: found.read_at ?? null,
	};
}
