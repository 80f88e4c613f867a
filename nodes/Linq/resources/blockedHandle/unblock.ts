import type { Operation } from '../../define';
import { answerDeleted } from '../../request/answer';
import { blockedHandleField } from './handle';

export const unblock: Operation = {
	name: 'Unblock',
	value: 'unblock',
	action: 'Unblock handle',
	description: 'Take somebody off your blocklist',
	method: 'DELETE',
	path: '/v3/blocked_handles',
	fields: [blockedHandleField],
	output: [answerDeleted('handle')],
};
