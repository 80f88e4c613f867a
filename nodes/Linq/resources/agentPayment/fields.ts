import type { INodeProperties } from 'n8n-workflow';

export const providerField: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'string',
	required: true,
	default: 'agentcard',
	description: 'Name of the payment provider',
};

/** The customer whose money is spent; stands in the path. */
export const customerField: INodeProperties = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'Phone number or email address of the customer',
};
