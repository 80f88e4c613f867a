import { metadataField } from '../../fields/metadata';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { customerField } from './fields';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create agent payment',
	description: 'Pay a merchant on behalf of a connected customer',
	method: 'POST',
	path: '/v3/payments',
	fields: [
		{ ...customerField, ...inBody('handle') },
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			typeOptions: { minValue: 1 },
			required: true,
			default: 100,
			description: 'In cents: 1999 is 19.99 dollars',
			...inBody('amount_cents'),
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'usd',
			...inBody('currency'),
		},
	],
	options: [
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			placeholder: 'e.g. Table for two',
			...inBody('description'),
		},
		{
			displayName: 'Merchant Name',
			name: 'merchantName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Example Restaurant',
			...inBody('merchant.name'),
		},
		{
			displayName: 'Merchant URL',
			name: 'merchantUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. example.com',
			...inBody('merchant.url'),
		},
		metadataField,
	],
	output: answerAs(),
};
