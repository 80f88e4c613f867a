import type { Operation } from '../../description/define';
import { chatField } from '../../fields/chat';
import { listFields } from '../../fields/list';
import { simplifyField } from '../../../shared/simplify/field';
import { listAll } from '../../output/pages';
import { simplifyMessage } from '../../../shared/simplify/message';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'Retrieve the messages of a chat',
	method: 'GET',
	path: '/v3/chats/{chatId}/messages',
	fields: [chatField, ...listFields, simplifyField],
	envelope: listAll('messages', 'cursor', simplifyMessage),
};
