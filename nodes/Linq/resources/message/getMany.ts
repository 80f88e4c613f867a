import { simplifyField } from '../../../shared/simplify/field';
import { simplifyMessage } from '../../../shared/simplify/message';
import { chatField } from '../../fields/chat';
import { listFields } from '../../fields/list';
import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'Retrieve the messages of a chat',
	method: 'GET',
	path: '/v3/chats/{chatId}/messages',
	fields: [chatField, ...listFields, simplifyField],
	list: { name: 'messages', paging: 'cursor', simplify: simplifyMessage },
};
