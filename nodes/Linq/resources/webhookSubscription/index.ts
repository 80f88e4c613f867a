import type { Resource } from '../../operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const webhookSubscription: Resource = {
	name: 'Webhook Subscription',
	value: 'webhookSubscription',
	description: 'Addresses that Linq delivers events to; Linq Trigger manages its own',
	operations: [create, getMany, get, update, remove],
};
