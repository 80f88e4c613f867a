import type { INodeProperties } from 'n8n-workflow';

type Place = 'text' | 'phrase' | 'range';

/** Fields that say where in a text something stands; message/ranges.ts finds the place. */
export function placeFields(places: [Place, ...Place[]]): [INodeProperties, ...INodeProperties[]] {
	const [preselected] = places;
	const choices = [
		{ name: 'Whole Text', value: 'text' },
		{ name: 'Phrase', value: 'phrase', description: 'Every occurrence of these words in the text' },
		{ name: 'Character Range', value: 'range' },
	];
	return [
		{
			displayName: 'Applies To',
			name: 'appliesTo',
			type: 'options',
			options: choices.filter(({ value }) => places.some((place) => place === value)),
			default: preselected,
		},
		{
			displayName: 'Phrase',
			name: 'phrase',
			type: 'string',
			displayOptions: { show: { appliesTo: ['phrase'] } },
			default: '',
			placeholder: 'e.g. today only',
			description: 'The words to apply it to, exactly as in the text',
		},
		{
			displayName: 'Start',
			name: 'start',
			type: 'number',
			displayOptions: { show: { appliesTo: ['range'] } },
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Position of the first character, counted from 0',
		},
		{
			displayName: 'End',
			name: 'end',
			type: 'number',
			displayOptions: { show: { appliesTo: ['range'] } },
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'Position after the last character, counted from 0',
		},
	];
}
