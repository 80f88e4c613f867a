import { simplifyMessage } from '../../../shared/simplify/message';
import { downloadOptions } from '../../fields/downloads';
import { messageIdField } from '../../fields/ids';
import { listFields } from '../../fields/list';
import { messageViewFields } from '../../fields/output';
import { inQuery } from '../../fields/routing';
import { addMessageFiles } from '../../files/messageFiles';
import type { Operation } from '../../operation';

export const getThread: Operation = {
	name: 'Get Thread',
	value: 'getThread',
	action: 'Get thread of message',
	description: 'Retrieve a message and the replies to it',
	method: 'GET',
	path: '/v3/messages/{messageId}/thread',
	fields: [
		messageIdField,
		...listFields,
		{
			displayName: 'Order',
			name: 'order',
			type: 'options',
			options: [
				{ name: 'Newest First', value: 'desc' },
				{ name: 'Oldest First', value: 'asc' },
			],
			default: 'asc',
			...inQuery('order'),
		},
		...messageViewFields,
	],
	options: downloadOptions,
	list: { name: 'messages', paging: 'cursor', simplify: simplifyMessage },
	addBinary: addMessageFiles,
};
