import type { Resource } from '../../description/define';
import { getMany } from './getMany';

export const webhookEvent: Resource = {
	name: 'Webhook Event',
	value: 'webhookEvent',
	description: 'Kinds of events that Linq can deliver',
	operations: [getMany],
};
