import type { Resource } from '../../operation';
import { addReaction } from './addReaction';
import { remove } from './delete';
import { edit } from './edit';
import { get } from './get';
import { getMany } from './getMany';
import { getThread } from './getThread';
import { moveSticker } from './moveSticker';
import { removeReaction } from './removeReaction';
import { send } from './send';
import { sendToPerson } from './sendToPerson';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	description: 'Texts, media, links and reactions in a chat',
	operations: [
		send,
		sendToPerson,
		addReaction,
		remove,
		edit,
		get,
		getMany,
		getThread,
		moveSticker,
		removeReaction,
	],
};
