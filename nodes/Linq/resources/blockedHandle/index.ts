import type { Resource } from '../../operation';
import { block } from './block';
import { getMany } from './getMany';
import { unblock } from './unblock';

export const blockedHandle: Resource = {
	name: 'Blocked Handle',
	value: 'blockedHandle',
	description: 'People whose messages you do not want',
	operations: [block, getMany, unblock],
};
