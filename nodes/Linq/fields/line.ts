import type { INodeProperties } from 'n8n-workflow';

/** A picker for one of the account's lines: from the list, or by its number. */
export function lineField(field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>) {
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a line…',
				typeOptions: { searchListMethod: 'searchLines', searchable: true },
			},
			{
				displayName: 'By Phone Number',
				name: 'phone',
				type: 'string',
				placeholder: 'e.g. +14155550100',
			},
		],
	} satisfies INodeProperties;
}
