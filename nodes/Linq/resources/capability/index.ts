import type { Resource } from '../../operation';
import { checkIMessage } from './checkIMessage';
import { checkRcs } from './checkRcs';

export const capability: Resource = {
	name: 'Capability',
	value: 'capability',
	description: 'Whether a person can be reached by iMessage or RCS',
	operations: [checkIMessage, checkRcs],
};
