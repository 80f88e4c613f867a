import type { Resource } from '../../define';
import { getMany } from './getMany';
import { send } from './send';

export const message: Resource = {
	name: 'Message',
	value: 'message',
	description: 'What is said in a chat',
	operations: [send, getMany],
};
