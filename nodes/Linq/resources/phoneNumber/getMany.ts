import type { Operation } from '../../description/define';
import { listFields } from '../../fields/list';
import { listAll } from '../../output/pages';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone numbers',
	description: 'Retrieve your lines with their reputation',
	method: 'GET',
	path: '/v3/phone_numbers',
	fields: listFields,
	envelope: listAll('phone_numbers', 'none'),
};
