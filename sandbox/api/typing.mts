import { openChat } from '../messaging/lookup.mts';
import { ownHandle } from '../state/chats.mts';
import { NO_CONTENT, operation, type Operation } from './operation.mts';

/** How long the dots show without being asked for again (contract/behaviour.md section 10). */
export const TYPING_MS = 85_000;

/** `/v3/chats/{chatId}/typing`: the contact sees it, no event tells of it (contract/behaviour.md section 10). */
export const typing: Record<string, Operation> = {
	startTyping: operation(({ params }, world) => {
		const chat = openChat(world, params.chatId);
		const until = world.now() + TYPING_MS;
		// iMessage alone shows it.
		if (chat.service === 'iMessage')
			world.state.typing.start(chat.id, ownHandle(chat).handle, until);
		return NO_CONTENT;
	}),

	stopTyping: operation(({ params }, world) => {
		const chat = openChat(world, params.chatId);
		world.state.typing.stop(chat.id, ownHandle(chat).handle);
		return NO_CONTENT;
	}),
};
