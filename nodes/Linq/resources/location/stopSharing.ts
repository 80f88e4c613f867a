import { chatField } from '../../fields/chat';
import { countryOption } from '../../fields/country';
import { participantField } from '../../fields/participant';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';

export const stopSharing: Operation = {
	name: 'Stop Sharing',
	value: 'stopSharing',
	action: 'Stop location sharing in chat',
	description: 'Stop receiving the location of a person',
	method: 'DELETE',
	path: '/v3/chats/{chatId}/location',
	fields: [chatField, participantField],
	options: [countryOption],
	output: answerDeleted('chatId', 'handle'),
};
