import type { Operation } from '../../operation';
import { chatField } from '../../fields/chat';
import { answerSuccess } from '../../output/answers';

export const shareContactCard: Operation = {
	name: 'Share Contact Card',
	value: 'shareContactCard',
	action: 'Share contact card in chat',
	description:
		'Share name and photo of your line; needs an active contact card and a message sent before',
	method: 'POST',
	path: '/v3/chats/{chatId}/share_contact_card',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
