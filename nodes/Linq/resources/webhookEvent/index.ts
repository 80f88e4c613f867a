import type { Resource } from '../../operation';
import { getMany } from './getMany';

export const webhookEvent: Resource = {
	name: 'Webhook Event',
	value: 'webhookEvent',
	description: 'Types of events that Linq can deliver',
	operations: [getMany],
};
