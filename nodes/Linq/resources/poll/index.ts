import type { Resource } from '../../operation';
import { addChoices } from './addChoices';
import { create } from './create';
import { get } from './get';
import { removeVote } from './removeVote';
import { vote } from './vote';

export const poll: Resource = {
	name: 'Poll',
	value: 'poll',
	description: 'Polls in iMessage chats',
	operations: [create, get, addChoices, vote, removeVote],
};
