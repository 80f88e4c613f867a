import type { Resource } from '../../operation';
import { get } from './get';
import { getMany } from './getMany';

export const experience: Resource = {
	name: 'Experience',
	value: 'experience',
	description: 'Third-party actions inside the Linq iMessage app',
	operations: [getMany, get],
};
