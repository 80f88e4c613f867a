import type { Operation } from '../../description/define';
import { listFields } from '../../fields/list';
import { listAll } from '../../output/pages';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many blocked handles',
	description: 'Retrieve your blocklist, newest first',
	method: 'GET',
	path: '/v3/blocked_handles',
	fields: listFields,
	envelope: listAll('blocked_handles', 'none'),
};
