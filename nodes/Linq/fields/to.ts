import { readHandles } from '../../shared/input/handles';
import type { Field } from '../operation';

/** Whom a message goes to; send/address.ts puts it into the body, for operations with `toPeople`. */
export const toField: Field = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	read: readHandles,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'Phone number or email address of the recipient. Several recipients, separated by commas, form a group chat.',
};
