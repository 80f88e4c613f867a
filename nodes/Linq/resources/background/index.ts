import type { Resource } from '../../operation';
import { remove } from './remove';
import { set } from './set';

export const background: Resource = {
	name: 'Background',
	value: 'background',
	description: 'What an iMessage chat looks like',
	operations: [set, remove],
};
