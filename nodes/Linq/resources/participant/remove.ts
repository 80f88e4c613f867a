import { chatField } from '../../fields/chat';
import { participantField } from '../../fields/participant';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';
import { findRemoved } from './findParticipant';

export const remove: Operation = {
	name: 'Remove',
	value: 'remove',
	action: 'Remove participant from chat',
	description: 'Remove a person from a group chat; at least three members must remain',
	method: 'DELETE',
	path: '/v3/chats/{chatId}/participants',
	lookup: findRemoved,
	fields: [chatField, participantField],
	output: answerDeleted('chatId', 'handle'),
};
