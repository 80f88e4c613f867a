import type { INodeProperties } from 'n8n-workflow';

import { ANIMATIONS, STYLES } from '../message/decorations';
import { choices } from './choices';
import { startedList } from './collection';
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
export const textDecorationsField: INodeProperties = startedList(
	{
		displayName: 'Text Decorations',
		name: 'textDecorations',
		description: 'Styles and animations for the text; iMessage only',
	},
	{ displayName: 'Decoration', list: 'decorations', entry: 'decoration' },
	[decoration, ...placeFields(['text', 'phrase', 'range'])],
);
