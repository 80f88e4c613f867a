import { locator, seeded } from '../../linq.mts';
import type { Samples } from './shape.mts';
import { sendOnce } from '../../sendOnce.mts';

const metadata = { entries: { entry: [{ key: 'order', value: '42' }] } };

export const payment: Samples = {
	'paymentRequest.create': () => [
		{
			mode: 'payment',
			amount: '19.99',
			currency: 'usd',
			options: {
				customerId: 'cus_1',
				description: 'Order 42',
				from: locator(seeded.line, 'phone'),
				...sendOnce('exactKey', 'order-42'),
				metadata,
				payer: seeded.ava,
				rail: 'natural',
			},
		},
		{
			mode: 'subscription',
			priceId: 'price_1',
			options: {
				discount: { coupon: 'SPRING', label: 'Spring', promotion_code: 'promo_1' },
				quantity: 2,
				trialDays: 14,
			},
		},
		{
			mode: 'subscription',
			priceId: 'price_1',
			options: { trialEnd: '2027-01-01T00:00:00' },
		},
	],
	'paymentRequest.cancel': ({ paymentRequestId }) => [{ paymentRequestId }],
	'paymentRequest.get': ({ paymentRequestId }) => [{ paymentRequestId }],
	'paymentRequest.getAll': () => [{ returnAll: true }, { filters: { status: 'requested' } }],
	'agentPayment.cancel': ({ paymentId }) => [{ paymentId }],
	'agentPayment.connectHandle': () => [{ handle: seeded.ben }],
	'agentPayment.connectProvider': () => [
		{ provider: 'agentcard', returnUrl: 'https://example.com/back' },
	],
	'agentPayment.create': () => [
		{
			handle: seeded.ava,
			amount: '19.99',
			currency: 'usd',
			options: {
				description: 'Dinner',
				...sendOnce('exactKey', 'dinner'),
				merchantName: 'Shop',
				merchantUrl: 'example.com',
				metadata,
			},
		},
	],
	'agentPayment.get': ({ paymentId }) => [{ paymentId }],
	'agentPayment.getConnection': () => [{ handle: seeded.ava }],
	'agentPayment.getCredentials': ({ paymentId }) => [{ paymentId }],
	'agentPayment.getProvider': () => [{ provider: 'agentcard' }],
	'agentPayment.revokeConnection': () => [{ handle: seeded.ava }],
	'agentPayment.verifyHandle': ({ connectId }) => [
		{ handle: seeded.ben, code: '123456', connectId },
	],
};
