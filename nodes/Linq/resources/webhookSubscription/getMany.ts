import { listFields } from '../../fields/list';
import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many webhook subscriptions',
	description: 'Retrieve all webhook subscriptions of the account, including those of Linq Trigger',
	method: 'GET',
	path: '/v3/webhook-subscriptions',
	fields: listFields,
	list: { name: 'subscriptions', paging: 'none' },
};
