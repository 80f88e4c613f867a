import type { INodePropertyOptions } from 'n8n-workflow';

import type { Operation } from '../../description/define';
import { chatField } from '../../fields/chat';
import { inBody } from '../../fields/routing';
import { titleCase } from '../../fields/choices';
import { readFileUrl } from '../../message/rules';
import { answerSuccess } from '../../output/answers';
import { readColour } from './colour';

/** Variants by family (contract/openapi.yaml, ChatBackgroundRequest). */
const COLOURS = [
	'bubblegum',
	'carbon',
	'cherry',
	'deep_sea',
	'green_apple',
	'ice',
	'lime',
	'magenta',
	'mango',
	'plum',
	'silver',
	'stone',
	'tangerine',
];

const STYLES = {
	aurora: ['green', 'pink', 'purple'],
	sky: ['clear', 'dawn', 'dusk', 'haze', 'sunrise', 'sunset'],
	water: ['dark', 'light'],
};

const named = (values: string[]): INodePropertyOptions[] =>
	values.map((value) => ({ name: titleCase(value), value }));

const colours: INodePropertyOptions[] = [
	...named(COLOURS),
	{ name: 'Custom', value: 'custom', description: 'Two colors of your own' },
];

export const set: Operation = {
	name: 'Set',
	value: 'set',
	action: 'Set background of chat',
	description: 'Change the background of an iMessage chat; Linq applies it a moment later',
	method: 'POST',
	path: '/v3/chats/{chatId}/background',
	fields: [
		chatField,
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'Color', value: 'color' },
				{ name: 'Dynamic', value: 'dynamic', description: 'Animated sky, water or aurora' },
				{ name: 'Photo', value: 'photo' },
			],
			default: 'color',
			...inBody('type'),
		},
		{
			displayName: 'Color',
			name: 'color',
			type: 'options',
			displayOptions: { show: { kind: ['color'] } },
			options: colours,
			default: 'ice',
			...inBody('variant'),
		},
		{
			displayName: 'Top Color',
			name: 'topColor',
			type: 'color',
			displayOptions: { show: { kind: ['color'], color: ['custom'] } },
			default: '#FFFFFF',
			...inBody('shades[0]'),
		},
		{
			displayName: 'Bottom Color',
			name: 'bottomColor',
			type: 'color',
			displayOptions: { show: { kind: ['color'], color: ['custom'] } },
			default: '#000000',
			...inBody('shades[1]'),
		},
		{
			displayName: 'Style',
			name: 'style',
			type: 'options',
			displayOptions: { show: { kind: ['dynamic'] } },
			options: named(Object.keys(STYLES)),
			default: 'sky',
			...inBody('style'),
		},
		...Object.entries(STYLES).map(([style, variants]) => ({
			displayName: 'Variant',
			name: `${style}Variant`,
			type: 'options' as const,
			displayOptions: { show: { kind: ['dynamic'], style: [style] } },
			options: named(variants),
			default: variants[0] ?? '',
			...inBody('variant'),
		})),
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			required: true,
			displayOptions: { show: { kind: ['photo'] } },
			default: '',
			placeholder: 'e.g. https://example.com/background.jpg',
			description: 'Public https URL of a JPEG, PNG, HEIC or WebP image',
			...inBody('image_url', readFileUrl, 'Image URL'),
		},
	],
	preSend: [readColour],
	output: [answerSuccess('chatId')],
};
