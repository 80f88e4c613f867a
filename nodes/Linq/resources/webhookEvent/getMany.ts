import type { PostReceiveAction } from 'n8n-workflow';

import type { Operation } from '../../description/define';
import { readObject } from '../../output/answers';

/** Linq lists plain names; an item needs a field for each. */
const eachEvent: PostReceiveAction = async function (_items, { body, statusCode }) {
	const { events } = readObject(body, statusCode);
	const names = Array.isArray(events) ? events : [];
	return names.map((name) => ({ json: { event: String(name) } }));
};

export const getMany: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many webhook events',
	description: 'Retrieve the events that one can subscribe to, one item each',
	method: 'GET',
	path: '/v3/webhook-events',
	output: [eachEvent],
};
