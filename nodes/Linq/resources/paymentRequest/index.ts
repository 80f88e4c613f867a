import type { Resource } from '../../operation';
import { cancel } from './cancel';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';

export const paymentRequest: Resource = {
	name: 'Payment Request',
	value: 'paymentRequest',
	description: 'Requests for money, paid through Stripe or Natural',
	operations: [create, get, getMany, cancel],
};
