import type { Resource } from '../../operation';
import { get } from './get';
import { request } from './request';
import { stopSharing } from './stopSharing';

export const location: Resource = {
	name: 'Location',
	value: 'location',
	description: 'Shared locations',
	operations: [get, request, stopSharing],
};
