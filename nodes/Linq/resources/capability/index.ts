import type { Resource } from '../../operation';
import { checkIMessage } from './checkIMessage';
import { checkRcs } from './checkRcs';

export const capability: Resource = {
	name: 'Capability',
	value: 'capability',
	description: 'How somebody can be reached',
	operations: [checkIMessage, checkRcs],
};
