import { simplifyMessage } from '../../../shared/simplify/message';
import { chatField } from '../../fields/chat';
import { downloadOptions } from '../../fields/downloads';
import { listFields } from '../../fields/list';
import { messageViewFields } from '../../fields/output';
import { addMessageFiles } from '../../files/messageFiles';
import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'Retrieve the messages of a chat',
	method: 'GET',
	path: '/v3/chats/{chatId}/messages',
	fields: [chatField, ...listFields, ...messageViewFields],
	options: downloadOptions,
	list: { name: 'messages', paging: 'cursor', simplify: simplifyMessage },
	addBinary: addMessageFiles,
};
