import type { INodeProperties } from 'n8n-workflow';

/** Whom a message goes to; request/address.ts reads it, for operations with `toPeople`. */
export const toField: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'Phone number or email address of the recipient. Several, separated by commas, make a group chat.',
};
