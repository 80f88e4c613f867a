import { chatById } from '../messaging/lookup.mts';
import { NO_CONTENT, operation, type Operation } from './operation.mts';

/** `/v3/chats/{chatId}/typing`: accepted, and nobody is told (contract/behaviour.md section 10). */
export const typing: Record<string, Operation> = {
	startTyping: operation(({ params }, world) => {
		chatById(world, params.chatId);
		return NO_CONTENT;
	}),

	stopTyping: operation(({ params }, world) => {
		chatById(world, params.chatId);
		return NO_CONTENT;
	}),
};
