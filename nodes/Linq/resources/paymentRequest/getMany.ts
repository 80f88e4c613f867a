import type { Operation } from '../../define';
import { filtersField } from '../../fields/collection';
import { listFields } from '../../fields/list';
import { inQuery } from '../../fields/send';
import { simplifyField } from '../../fields/simplify';
import { titleCase } from '../../fields/titleCase';
import { listAll } from '../../request/pages';
import { simplifyPaymentRequest } from '../../simplify/paymentRequest';

/** States to filter by (contract/openapi.yaml, listPaymentRequests). */
const STATES = ['authorized', 'canceled', 'declined', 'expired', 'requested', 'succeeded'];

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many payment requests',
	description: 'Retrieve payment requests, newest first',
	method: 'GET',
	path: '/v3/payment_requests',
	fields: [
		...listFields,
		simplifyField,
		filtersField([
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: STATES.map((value) => ({ name: titleCase(value), value })),
				default: 'requested',
				...inQuery('status'),
			},
		]),
	],
	envelope: listAll('data', 'offset', simplifyPaymentRequest),
};
