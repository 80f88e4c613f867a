import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InvalidInput } from '../../../shared/errors/invalidInput';
import { readId } from '../../../shared/input/ids';
import { inBody } from '../../fields/routing';
import type { BuildBody, Field } from '../../operation';

const optionText: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	default: '',
	placeholder: 'e.g. Thursday, 7 pm',
};

/** Options of a poll; readPollOptions() puts them into the body. */
export const pollOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'pollOptions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Option' },
	placeholder: 'Add Option',
	default: {},
	required: true,
	description: 'The choices people can vote for',
	options: [{ displayName: 'Option', name: 'option', values: [optionText] }],
};

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

/**
 * @param least how many there must be (contract/openapi.yaml, CreatePollRequest: 2)
 * @param put where they go in the body
 * @throws InvalidInput when there are too few, or one is empty
 */
export function readPollOptions(
	least: number,
	put: (options: IDataObject[]) => IDataObject,
): BuildBody {
	return (context) => {
		const entries = context.getNodeParameter('pollOptions.option', []) as Array<{ text?: unknown }>;
		const options = entries.map(({ text }) => ({ text: String(text ?? '').trim() }));
		const empty = options.findIndex(({ text }) => text === '');
		if (empty !== -1) {
			throw new InvalidInput(`Option ${empty + 1} is empty`, 'Enter a text or remove it.');
		}
		if (options.length < least) {
			throw new InvalidInput(
				`Options has ${options.length} entries, but needs at least ${least}`,
				'Add the choices people can vote for.',
			);
		}
		return put(options);
	};
}
