import type { Resource } from '../../operation';
import { start } from './start';
import { stop } from './stop';

export const typing: Resource = {
	name: 'Typing',
	value: 'typing',
	description: 'Typing indicator shown to the recipient',
	operations: [start, stop],
};
