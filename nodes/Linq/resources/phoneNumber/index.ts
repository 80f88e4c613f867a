import type { Resource } from '../../operation';
import { getAudit } from './getAudit';
import { getAvailable } from './getAvailable';
import { getMany } from './getMany';
import { startAudit } from './startAudit';
import { update } from './update';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	value: 'phoneNumber',
	description: 'Your phone numbers at Linq, called lines',
	operations: [getMany, getAvailable, update, startAudit, getAudit],
};
