import { chatField } from '../../fields/chat';
import { countryOption } from '../../fields/country';
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
	options: [countryOption],
	output: answerDeleted('chatId', 'handle'),
};
