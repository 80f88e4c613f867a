import { simplifyMessage } from '../../../shared/simplify/message';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { sentMessage } from '../../output/shapes';

/** How the messages go that follow the first one of an item, into the chat where that has gone. */
export const sendNext: Operation = {
	name: 'Send Next',
	value: 'sendNext',
	action: 'Send next message to chat',
	description: 'Send a message after another one of the same item',
	method: 'POST',
	path: '/v3/chats/{chatId}/messages',
	output: answerAs(sentMessage, simplifyMessage),
};
