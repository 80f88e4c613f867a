import { choices } from '../../fields/choices';
import { filtersField } from '../../fields/collection';
import { listFields } from '../../fields/list';
import { paymentRequestViewFields } from '../../fields/output';
import { inQuery } from '../../fields/routing';
import type { Operation } from '../../operation';
import { simplifyPaymentRequest } from '../../output/paymentRequest';

/** States to filter by (contract/openapi.yaml, listPaymentRequests). */
const STATES = ['requested', 'succeeded', 'authorized', 'declined', 'expired', 'canceled'];

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many payment requests',
	description: 'Retrieve payment requests, newest first',
	method: 'GET',
	path: '/v3/payment_requests',
	fields: [
		...listFields,
		...paymentRequestViewFields,
		filtersField([
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: choices(STATES),
				default: 'requested',
				...inQuery('status'),
			},
		]),
	],
	list: { name: 'data', paging: 'offset', simplify: simplifyPaymentRequest },
};
