import { listFields } from '../../fields/list';
import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone numbers',
	description: 'Retrieve your lines and their reputation',
	method: 'GET',
	path: '/v3/phone_numbers',
	fields: listFields,
	list: { name: 'phone_numbers', paging: 'none' },
};
