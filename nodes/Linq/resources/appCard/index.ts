import type { Resource } from '../../operation';
import { update } from './update';

export const appCard: Resource = {
	name: 'App Card',
	value: 'appCard',
	description: 'Interactive cards of iMessage apps; send them with Message > Send',
	operations: [update],
};
