import { readId } from '../../../shared/input/ids';
import { choicesField, FEWEST_CHOICES } from '../../fields/choiceList';
import { inBody } from '../../fields/routing';
import type { Field } from '../../operation';

export const pollChoicesField = choicesField(
	{ name: 'pollChoices', description: 'What people can vote for' },
	FEWEST_CHOICES,
);

export const newChoicesField = choicesField(
	{ name: 'newChoices', description: 'What people can vote for besides' },
	1,
);

/** The choice that a vote is for. */
export const choiceIdField: Field = {
	displayName: 'Choice ID',
	name: 'choiceId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
	description: 'The option_id of the choice, from the output of Create or Get',
	...inBody('option_id'),
	read: readId,
};
