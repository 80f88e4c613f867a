import type { Operation } from '../../description/define';
import { filtersField } from '../../fields/collection';
import { listFields } from '../../fields/list';
import { inQuery } from '../../fields/routing';
import { simplifyField } from '../../../shared/simplify/field';
import { titleCase } from '../../fields/choices';
import { listAll } from '../../output/pages';
import { simplifyPaymentRequest } from '../../output/paymentRequest';

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
