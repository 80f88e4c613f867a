import { readHandle } from '../../../shared/input/handles';
import type { Field } from '../../operation';

export const providerField: Field = {
	displayName: 'Provider',
	name: 'provider',
	type: 'string',
	required: true,
	default: 'agentcard',
	description: 'Name of the payment provider',
};

/** The customer whose money is spent; stands in the path. */
export const customerField: Field = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	required: true,
	default: '',
	read: readHandle,
	placeholder: 'e.g. +14155550123',
	description: 'Phone number or email address of the customer',
};
