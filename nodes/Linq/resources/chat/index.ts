import type { Resource } from '../../operation';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { leave } from './leave';
import { markAsRead } from './markAsRead';
import { shareContactCard } from './shareContactCard';
import { update } from './update';

export const chat: Resource = {
	name: 'Chat',
	value: 'chat',
	description: 'Conversations with one person or a group',
	operations: [create, getMany, get, markAsRead, update, shareContactCard, leave],
};
