import type { INodeProperties } from 'n8n-workflow';

import { lineField } from '../../fields/line';
import type { Reader } from '../../fields/routing';
import { inBody } from '../../fields/routing';
import { readPhoneNumber } from '../../../shared/input/handles';

/** Whom to check. */
export const addressField = (displayName: string, read: Reader): INodeProperties => ({
	displayName,
	name: 'address',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	...inBody('address', read, displayName),
});

/** Which line to check from. */
export const fromOption: INodeProperties = {
	...lineField({
		displayName: 'From',
		name: 'from',
		description: 'Your line to check from',
	}),
	...inBody('from', readPhoneNumber, 'From'),
};
