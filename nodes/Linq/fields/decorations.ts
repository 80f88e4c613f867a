import type { INodeProperties } from 'n8n-workflow';

import { ANIMATIONS, STYLES } from '../message/decorations';
import { choices } from './choices';
import { placeFields } from './place';

const decoration: INodeProperties = {
	displayName: 'Decoration',
	name: 'decoration',
	type: 'options',
	options: [...choices(STYLES, 'Style'), ...choices(ANIMATIONS, 'Animation')],
	default: 'bold',
	description: 'An animation cannot overlap any other decoration',
};

/** Styled and animated spans of one text; placed by message/decorations.ts. */
export const textDecorationsField: INodeProperties = {
	displayName: 'Text Decorations',
	name: 'textDecorations',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Decoration' },
	placeholder: 'Add Decoration',
	default: {},
	description: 'Styles and animations for the text; iMessage only',
	options: [
		{
			displayName: 'Decorations',
			name: 'decorations',
			values: [decoration, ...placeFields(['text', 'phrase', 'range'])],
		},
	],
};
