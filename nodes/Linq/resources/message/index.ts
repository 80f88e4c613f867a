import type { Resource } from '../../operation';
import { addReaction } from './addReaction';
import { remove } from './delete';
import { edit } from './edit';
import { get } from './get';
import { getMany } from './getMany';
import { getStatus } from './getStatus';
import { getThread } from './getThread';
import { getUnanswered } from './getUnanswered';
import { moveSticker } from './moveSticker';
import { removeReaction } from './removeReaction';
import { send } from './send';
import { sendAndWait } from './sendAndWait';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	description: 'Texts, media, links and reactions in a chat',
	operations: [
		send,
		sendAndWait,
		addReaction,
		removeReaction,
		edit,
		getUnanswered,
		getMany,
		get,
		getStatus,
		getThread,
		moveSticker,
		remove,
	],
};
