import type { Resource } from '../../operation';
import { block } from './block';
import { getMany } from './getMany';
import { unblock } from './unblock';

export const blockedHandle: Resource = {
	name: 'Blocked Handle',
	value: 'blockedHandle',
	description: 'Blocklist of phone numbers and email addresses',
	operations: [block, unblock, getMany],
};
