import { chatField } from '../../fields/chat';
import { countryOption } from '../../fields/country';
import { participantField } from '../../fields/participant';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';
import { findAdded } from './findParticipant';

export const add: Operation = {
	name: 'Add',
	value: 'add',
	action: 'Add participant to chat',
	description:
		'Add a person to a group chat with at least three members; it takes a moment to apply',
	method: 'POST',
	path: '/v3/chats/{chatId}/participants',
	lookup: findAdded,
	fields: [chatField, participantField],
	options: [countryOption],
	output: answerSuccess('chatId', 'handle'),
};
