import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { readAmount, readCurrency } from '../../../shared/money';
import { countryOption } from '../../fields/country';
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
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 19.99',
			hint: 'In the currency below: 19.99 is 19 dollars and 99 cents',
			...inBody('amount_cents'),
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			required: true,
			default: 'usd',
			placeholder: 'e.g. usd',
			description: 'The three letters of the currency',
			...inBody('currency'),
		},
	],
	options: [
		countryOption,
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
	buildBody: buildPayment,
	output: answerAs(),
};

/** Least amount, in the smallest unit of the currency (contract/openapi.yaml, CreatePaymentRequest). */
const LEAST = 1;

/** @throws InvalidInput for an amount that cannot be paid */
function buildPayment(_context: IExecuteSingleFunctions, body: IDataObject): IDataObject {
	const currency = readCurrency(body.currency, 'Currency');
	const amount = readAmount(body.amount_cents, 'Amount', currency, LEAST);
	return { ...body, currency, amount_cents: amount };
}
