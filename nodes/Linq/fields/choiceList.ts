import type { IExecuteSingleFunctions, INodeProperties } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import { CHECK_EXPRESSION } from '../../shared/input/text';
import type { Field } from '../operation';

/** How many choices a poll has at least (contract/openapi.yaml, CreatePollRequest). */
export const FEWEST_CHOICES = 2;

const choiceText: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	default: '',
	placeholder: 'e.g. Thursday, 7 pm',
	description: 'An expression that gives a list, or several lines, makes several choices',
};

/**
 * The choices of a poll; readChoices() reads them.
 *
 * @param least how many there must be; so many empty ones are there from the start
 */
export const choicesField = (
	field: Pick<INodeProperties, 'name' | 'description'>,
	least: number,
): Field => ({
	displayName: 'Choices',
	...field,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Choice' },
	placeholder: 'Add Choice',
	default: { choice: Array.from({ length: least }, () => ({ text: '' })) },
	required: true,
	options: [{ displayName: 'Choice', name: 'choice', values: [choiceText] }],
});

/**
 * Reads the entries of such a field.
 *
 * @param least how many there must be
 * @throws InvalidInput when there are too few, or one is empty
 */
export function readChoices(
	context: IExecuteSingleFunctions,
	name: string,
	least: number,
): string[] {
	const entries = context.getNodeParameter(`${name}.choice`, []) as Array<{ text?: unknown }>;
	const choices = entries.flatMap(({ text }, index) => textsOf(text, index));
	if (choices.length >= least) return choices;
	throw new InvalidInput(
		`Choices has ${choices.length} ${choices.length === 1 ? 'entry' : 'entries'}, but needs at least ${least}`,
		`Add the choices people can vote for. ${CHECK_EXPRESSION}`,
	);
}

/** An expression can give a whole list at once, and so can a model. */
function textsOf(value: unknown, index: number): string[] {
	const lines = Array.isArray(value) ? value.map(String) : String(value ?? '').split('\n');
	const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
	if (texts.length > 0) return texts;
	throw new InvalidInput(
		`Choice ${index + 1} is empty`,
		`Enter a text or remove the choice. ${CHECK_EXPRESSION}`,
	);
}
