import { chatField } from '../../fields/chat';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

export const shareContactCard: Operation = {
	name: 'Share Contact Card',
	value: 'shareContactCard',
	action: 'Share contact card in chat',
	description:
		'Share the name and photo of your line; requires an active contact card and an earlier message',
	method: 'POST',
	path: '/v3/chats/{chatId}/share_contact_card',
	fields: [chatField],
	output: answerSuccess('chatId'),
};
