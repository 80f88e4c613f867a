import { readId } from '../../../shared/input/ids';
import { inBody } from '../../fields/routing';
import type { Field } from '../../operation';

/** The option that a vote is for. */
export const optionIdField: Field = {
	displayName: 'Option ID',
	name: 'optionId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
	description: 'The option_id of the option, from the output of Create or Get',
	...inBody('option_id'),
	read: readId,
};
