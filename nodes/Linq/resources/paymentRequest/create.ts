import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../../shared/errors/invalidInput';
import { readAmount, readCurrency } from '../../../shared/money';
import { paymentRequestViewFields } from '../../fields/output';
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
			type: 'string',
			displayOptions: { show: { mode: ['payment'] } },
			required: true,
			default: '',
			placeholder: 'e.g. 19.99',
			hint: 'In dollars: 19.99 is 19 dollars and 99 cents. At least 0.50.',
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
		...paymentRequestViewFields,
	],
	options: paymentOptions,
	buildBody: buildPaymentRequest,
	output: answerAs(asItIs, simplifyPaymentRequest),
};

/** Least amount, in the smallest unit of the currency (contract/openapi.yaml, CreatePaymentRequestRequest). */
const LEAST = 50;

/**
 * @throws InvalidInput for combinations that the contract excludes (CreatePaymentRequestRequest), and
 *   for an amount that cannot be asked for
 */
function buildPaymentRequest(_context: IExecuteSingleFunctions, body: IDataObject): IDataObject {
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
	if (body.mode === 'subscription') return body;
	const currency = readCurrency(body.currency, 'Currency');
	return { ...body, currency, amount: readAmount(body.amount, 'Amount', currency, LEAST) };
}
