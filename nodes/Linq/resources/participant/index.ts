import type { Resource } from '../../description/define';
import { add } from './add';
import { remove } from './remove';

export const participant: Resource = {
	name: 'Participant',
	value: 'participant',
	description: 'Members of group chats',
	operations: [add, remove],
};
