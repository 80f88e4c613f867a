import { listFields } from '../../fields/list';
import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many experiences',
	description: 'Retrieve the experiences that your account can use, with their actions',
	method: 'GET',
	path: '/v3/experiences',
	fields: listFields,
	list: { name: 'experiences', paging: 'none' },
};
