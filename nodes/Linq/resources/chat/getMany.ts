import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import type { Operation } from '../../define';
import { lineField } from '../../fields/line';
import { listFields } from '../../fields/list';
import { readHandle, readPhoneNumber } from '../../message/handles';
import { listAll } from '../../request/pages';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many chats',
	description: 'Retrieve many chats, all or only those of one line or participant',
	method: 'GET',
	path: '/v3/chats',
	fields: [
		...listFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				lineField({
					displayName: 'Line',
					name: 'from',
					description: 'Only chats of this line of yours',
				}),
				{
					displayName: 'Participant',
					name: 'to',
					type: 'string',
					default: '',
					placeholder: 'e.g. +14155550123',
					description: 'Only chats with this phone number or email address',
				},
			],
		},
	],
	preSend: [readFilters],
	envelope: listAll('chats'),
};

async function readFilters(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const filters = this.getNodeParameter('filters', {}) as { from?: unknown; to?: unknown };
	const from = filters.from && this.getNodeParameter('filters.from', '', { extractValue: true });
	request.qs = {
		...(from ? { from: readPhoneNumber(from, 'Line') } : {}),
		...(filters.to ? { to: readHandle(filters.to, 'Participant') } : {}),
	};
	return request;
}
