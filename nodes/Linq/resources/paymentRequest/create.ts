import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../../shared/errors/invalidInput';
import { simplifyField } from '../../../shared/simplify/field';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs, asItIs } from '../../output/answers';
import { simplifyPaymentRequest } from '../../output/paymentRequest';
import { paymentOptions } from './options';

export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create payment request',
	description: 'Request a payment; the output contains the checkout_url to send to the payer',
	method: 'POST',
	path: '/v3/payment_requests',
	fields: [
		{
			displayName: 'Mode',
			name: 'mode',
			type: 'options',
			options: [
				{ name: 'Payment', value: 'payment', description: 'One-time' },
				{ name: 'Subscription', value: 'subscription', description: 'Recurring' },
			],
			default: 'payment',
			...inBody('mode'),
		},
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'number',
			displayOptions: { show: { mode: ['payment'] } },
			typeOptions: { minValue: 50 },
			required: true,
			default: 50,
			description: 'In cents, at least 50: 1999 is 19.99 dollars',
			...inBody('amount'),
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'options',
			displayOptions: { show: { mode: ['payment'] } },
			options: [{ name: 'US Dollar', value: 'usd' }],
			default: 'usd',
			...inBody('currency'),
		},
		{
			displayName: 'Price ID',
			name: 'priceId',
			type: 'string',
			displayOptions: { show: { mode: ['subscription'] } },
			required: true,
			default: '',
			placeholder: 'e.g. price_1PxYz',
			description: 'ID of the recurring price in Stripe',
			...inBody('price_id'),
		},
		simplifyField,
	],
	options: paymentOptions,
	buildBody: checkPaymentRequest,
	output: answerAs(asItIs, simplifyPaymentRequest),
};

/** @throws InvalidInput for combinations that the contract excludes (CreatePaymentRequestRequest) */
function checkPaymentRequest(_context: IExecuteSingleFunctions, body: IDataObject): IDataObject {
	if (body.trial_end !== undefined && body.trial_period_days !== undefined) {
		throw new InvalidInput(
			'Trial Days and Trial End cannot be combined',
			'Remove one of the two options.',
		);
	}
	if (body.rail === 'natural' && (!body.from || !body.payer_handle)) {
		throw new InvalidInput(
			'The rail Natural requires From and Payer',
			'Add both options, or use the rail Stripe.',
		);
	}
	return body;
}
