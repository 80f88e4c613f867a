import type { INodeParameters, INodeProperties } from 'n8n-workflow';

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

/** Names and labels of a list within an option. */
interface ListNames {
	/** Label of an entry. */
	displayName: string;
	/** Label of the list, where it is not that of an entry with an s. */
	plural?: string;
	/** Names of the list, and of the entries within it. */
	list: string;
	entry: string;
}

/**
 * An option that is a list of entries and begins with one. A list that is an option by itself begins
 * empty, whatever its default says, and n8n drops it when the next option is added (n8n,
 * CollectionParameterNew.vue, optionSelected; n8n-workflow, node-helpers.ts, getNodeParameters). So it
 * stands in a collection of its own, whose default counts.
 *
 * @param option how it is offered
 * @param fields of an entry
 */
export function startedList(
	option: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	{ displayName, plural = `${displayName}s`, list, entry }: ListNames,
	fields: INodeProperties[],
): INodeProperties {
	return {
		...option,
		type: 'collection',
		default: { [list]: { [entry]: [presetOf(fields)] } },
		options: [
			{
				displayName: plural,
				name: list,
				type: 'fixedCollection',
				typeOptions: { multipleValues: true, multipleValueButtonText: `Add ${displayName}` },
				placeholder: `Add ${displayName}`,
				default: {},
				options: [{ displayName, name: entry, values: fields }],
			},
		],
	};
}

/** An entry as it begins: what is always shown in it. */
export const presetOf = (fields: INodeProperties[]): INodeParameters =>
	Object.fromEntries(
		fields
			.filter(({ displayOptions }) => displayOptions === undefined)
			.map(({ name, default: preset }) => [name, preset]),
	);

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
