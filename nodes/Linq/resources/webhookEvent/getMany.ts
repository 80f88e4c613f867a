import type { Operation } from '../../operation';

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many webhook events',
	description: 'Retrieve the events that you can subscribe to, one item each',
	method: 'GET',
	path: '/v3/webhook-events',
	// Linq lists plain names; an item needs a field for each.
	list: { name: 'events', paging: 'none', shape: (event) => ({ event: String(event) }) },
};
