import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { countryOption } from '../../fields/country';
import { lineField } from '../../fields/line';
import { metadataField } from '../../fields/metadata';
import { inBody } from '../../fields/routing';
import type { Field } from '../../operation';

const discountPart = (displayName: string, name: string, description: string): Field => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...inBody(`discount.${name}`),
});

/** The optional properties of a payment request (contract/openapi.yaml). */
export const paymentOptions: Field[] = [
	countryOption,
	{
		displayName: 'Customer ID',
		name: 'customerId',
		type: 'string',
		default: '',
		placeholder: 'e.g. cus_NffrFeUfNV2Hib',
		description: 'ID of an existing customer in Stripe',
		...inBody('customer_id'),
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order 42',
		description: 'Text shown to the payer at checkout',
		...inBody('description'),
	},
	{
		displayName: 'Discount',
		name: 'discount',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'For subscriptions',
		options: [
			discountPart('Coupon', 'coupon', 'ID of the coupon'),
			discountPart('Promotion Code', 'promotion_code', 'ID of the promotion code'),
			discountPart('Label', 'label', 'Name shown to payers'),
		],
	},
	{
		...lineField({
			displayName: 'From',
			name: 'from',
			description: 'Your line; required for the rail Natural',
		}),
		...inBody('from'),
		read: readPhoneNumber,
	},
	metadataField,
	{
		displayName: 'Payer',
		name: 'payer',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550123',
		description: 'Phone number of the payer; required for the rail Natural',
		...inBody('payer_handle'),
		read: readPhoneNumber,
	},
	{
		displayName: 'Quantity',
		name: 'quantity',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		description: 'Number of units of the price; for subscriptions',
		...inBody('quantity'),
	},
	{
		displayName: 'Rail',
		name: 'rail',
		type: 'options',
		options: [
			{ name: 'Stripe', value: 'stripe' },
			{ name: 'Natural', value: 'natural' },
		],
		default: 'stripe',
		description: 'Payment rail to use; your account must be connected to it',
		...inBody('rail'),
	},
	{
		displayName: 'Trial Days',
		name: 'trialDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 730 },
		default: 14,
		description: 'Free days before the first payment; cannot be combined with Trial End',
		...inBody('trial_period_days'),
	},
	{
		displayName: 'Trial End',
		name: 'trialEnd',
		type: 'dateTime',
		default: '',
		description: 'When the first payment is due; cannot be combined with Trial Days',
		...inBody('trial_end'),
		read: readTime,
	},
];

/** n8n gives dates as ISO texts without a zone, or as objects of luxon from expressions. */
function readTime(value: unknown): string {
	const date = new Date(String(value));
	return Number.isNaN(date.getTime()) ? String(value) : date.toISOString();
}
