import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ANIMATIONS, STYLES } from '../message/decorations';

const named = (values: string[], description: string): INodePropertyOptions[] =>
	values.map((value) => ({
		name: value.charAt(0).toUpperCase() + value.slice(1),
		value,
		description,
	}));

const decoration: INodeProperties = {
	displayName: 'Decoration',
	name: 'decoration',
	type: 'options',
	options: [...named(STYLES, 'Style'), ...named(ANIMATIONS, 'Animation')],
	default: 'bold',
	description: 'An animation must not overlap any other decoration',
};

const appliesTo: INodeProperties = {
	displayName: 'Applies To',
	name: 'appliesTo',
	type: 'options',
	options: [
		{ name: 'Whole Text', value: 'text' },
		{
			name: 'Phrase',
			value: 'phrase',
			description: 'Wherever these words stand in the text',
		},
		{ name: 'Character Range', value: 'range' },
	],
	default: 'text',
};

const phrase: INodeProperties = {
	displayName: 'Phrase',
	name: 'phrase',
	type: 'string',
	displayOptions: { show: { appliesTo: ['phrase'] } },
	default: '',
	placeholder: 'e.g. today only',
	description: 'The words to decorate, exactly as in the text',
};

const start: INodeProperties = {
	displayName: 'Start',
	name: 'start',
	type: 'number',
	displayOptions: { show: { appliesTo: ['range'] } },
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'First character, counted from 0',
};

const end: INodeProperties = {
	displayName: 'End',
	name: 'end',
	type: 'number',
	displayOptions: { show: { appliesTo: ['range'] } },
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'The character after the last one',
};

/** Styled and animated spans of one text; placed by message/decorations.ts. */
export const textDecorationsField: INodeProperties = {
	displayName: 'Text Decorations',
	name: 'textDecorations',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Decoration' },
	placeholder: 'Add Decoration',
	default: {},
	description: 'Styles and animations for the text; shown by iMessage only',
	options: [
		{
			displayName: 'Decorations',
			name: 'decorations',
			values: [decoration, appliesTo, phrase, start, end],
		},
	],
};
