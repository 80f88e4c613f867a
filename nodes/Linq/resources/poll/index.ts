import type { Resource } from '../../operation';
import { addOptions } from './addOptions';
import { create } from './create';
import { get } from './get';
import { removeVote } from './removeVote';
import { vote } from './vote';

export const poll: Resource = {
	name: 'Poll',
	value: 'poll',
	description: 'Polls in iMessage chats',
	operations: [create, addOptions, get, removeVote, vote],
};
