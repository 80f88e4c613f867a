import { listFields } from '../../fields/list';
import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many blocked handles',
	description: 'Retrieve your blocklist, newest first',
	method: 'GET',
	path: '/v3/blocked_handles',
	fields: listFields,
	list: { name: 'blocked_handles', paging: 'none' },
};
