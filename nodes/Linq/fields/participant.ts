import { readHandle } from '../../shared/input/handles';
import type { Field } from '../operation';
import { inBody } from './routing';

/** The person to add to or remove from a group. */
export const participantField: Field = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'Phone number or email address of the person',
	...inBody('handle'),
	read: readHandle,
};
