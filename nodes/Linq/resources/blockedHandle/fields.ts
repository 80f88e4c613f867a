import { readSender } from '../../../shared/input/handles';
import { inBody } from '../../fields/routing';
import type { Field } from '../../operation';

/** Whom to block: unlike elsewhere, short codes and sender names count too. */
export const blockedHandleField: Field = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'Phone number, email address, short code or sender name',
	...inBody('handle'),
	read: readSender,
};
