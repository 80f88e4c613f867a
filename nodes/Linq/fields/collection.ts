import { InvalidInput } from '../../shared/errors/invalidInput';
import type { BuildBody, Field } from '../operation';

/** Fields that can be added to an operation. */
export const optionsField = (options: Field[]): Field => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options,
});

/** Fields that narrow a list down. */
export const filtersField = (options: Field[]): Field => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options,
});

/** Fields that an update changes; those that are not added stay as they are. */
export const updateFieldsField = (options: Field[]): Field => ({
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});

/**
 * For operations that change what is given, and nothing else.
 *
 * @param label of the collection that holds the changes
 * @throws InvalidInput when nothing is given
 */
export const refuseEmptyBody =
	(label: string): BuildBody =>
	(_context, body) => {
		if (Object.keys(body).length > 0) return body;
		throw new InvalidInput(`${label} is empty`, 'Add the field that you want to change.');
	};
