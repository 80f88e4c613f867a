import type { Resource } from '../../operation';
import { remove } from './remove';
import { set } from './set';

export const background: Resource = {
	name: 'Background',
	value: 'background',
	description: 'Chat backgrounds in iMessage',
	operations: [set, remove],
};
