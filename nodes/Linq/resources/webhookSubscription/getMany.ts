import type { Operation } from '../../operation';
import { listFields } from '../../fields/list';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many webhook subscriptions',
	description: 'Retrieve all webhook subscriptions of the account, also those of Linq Trigger',
	method: 'GET',
	path: '/v3/webhook-subscriptions',
	fields: listFields,
	list: { name: 'subscriptions', paging: 'none' },
};
