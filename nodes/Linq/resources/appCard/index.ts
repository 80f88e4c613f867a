import type { Resource } from '../../operation';
import { update } from './update';

export const appCard: Resource = {
	name: 'App Card',
	value: 'appCard',
	description: 'Cards of iMessage apps; Message > Send sends them',
	operations: [update],
};
