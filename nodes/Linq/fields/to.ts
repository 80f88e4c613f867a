import type { INodeProperties } from 'n8n-workflow';

import { readHandles } from '../message/handles';
import { inBody } from './send';

/** Whom a message goes to. */
export const toField: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description:
		'Phone number or email address of the recipient. Several, separated by commas, make a group chat.',
	...inBody('to', readHandles, 'To'),
};
