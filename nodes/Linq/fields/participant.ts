import type { INodeProperties } from 'n8n-workflow';

import { readHandle } from '../../shared/input/handles';
import { inBody } from './routing';

/** The person to add to or remove from a group. */
export const participantField: INodeProperties = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'Phone number or email address of the person',
	...inBody('handle', readHandle, 'Handle'),
};
