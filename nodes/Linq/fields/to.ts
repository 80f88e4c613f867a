import { readRecipients } from '../../shared/input/recipients';
import type { Field } from '../operation';
import { unlessToChat } from './sendTo';

/** Whom a message goes to; send/address.ts puts it into the body, for operations with `toPeople`. */
export const toField: Field = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	displayOptions: unlessToChat,
	read: readRecipients,
	default: '',
	placeholder: 'e.g. +14155550123',
	hint: 'With country code, or an email address. Several, separated by commas, form a group chat.',
	description: 'Phone number or email address of the recipient, or of several for a group chat',
};
