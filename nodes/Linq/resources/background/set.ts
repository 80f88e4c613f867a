import type { IDataObject, IExecuteSingleFunctions, INodePropertyOptions } from 'n8n-workflow';

import { InvalidInput } from '../../../shared/errors/invalidInput';
import { readFileUrl } from '../../../shared/input/urls';
import { chatField } from '../../fields/chat';
import { choices } from '../../fields/choices';
import { binaryChoice, binaryFieldNamed, shownWith } from '../../fields/fileSource';
import { inBody } from '../../fields/routing';
import { fileInto, inOrder } from '../../files/fileInto';
import { BACKGROUND } from '../../files/fileUse';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

/** Variants by family (contract/openapi.yaml, ChatBackgroundRequest). */
const COLORS = [
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
	sky: ['clear', 'dawn', 'sunrise', 'sunset', 'dusk', 'haze'],
	water: ['light', 'dark'],
	aurora: ['green', 'pink', 'purple'],
};

const colors: INodePropertyOptions[] = [
	...choices(COLORS),
	{ name: 'Custom', value: 'custom', description: 'Two colors of your choice' },
];

export const set: Operation = {
	name: 'Set',
	value: 'set',
	action: 'Set background of chat',
	description:
		'Change the background of an iMessage chat; takes a moment to apply, and has no effect in SMS and RCS chats',
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
			options: colors,
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
			options: choices(Object.keys(STYLES)),
			default: 'sky',
			...inBody('style'),
		},
		...Object.entries(STYLES).map(([style, variants]) => ({
			displayName: 'Variant',
			name: `${style}Variant`,
			type: 'options' as const,
			displayOptions: { show: { kind: ['dynamic'], style: [style] } },
			options: choices(variants),
			default: variants[0] ?? '',
			...inBody('variant'),
		})),
		{
			displayName: 'Image Source',
			name: 'imageSource',
			type: 'options',
			displayOptions: { show: { kind: ['photo'] } },
			options: [binaryChoice, { name: 'URL', value: 'url' }],
			default: 'url',
		},
		...shownWith([{ ...binaryFieldNamed('imageBinaryField'), required: true }], {
			kind: ['photo'],
			imageSource: ['binary'],
		}),
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			required: true,
			displayOptions: { show: { kind: ['photo'], imageSource: ['url'] } },
			default: '',
			placeholder: 'e.g. https://example.com/background.jpg',
			description: 'Public https URL of a JPEG, PNG, HEIC or WebP image',
			...inBody('image_url'),
			read: readFileUrl,
		},
	],
	buildBody: inOrder(checkColor, fileInto('image_url', 'imageBinaryField', 'Image', BACKGROUND)),
	output: answerSuccess('chatId'),
};

/** @throws InvalidInput when a custom color is not in the form that Linq takes */
function checkColor(_context: IExecuteSingleFunctions, body: IDataObject): IDataObject {
	const { shades } = body;
	const wrong =
		Array.isArray(shades) && shades.find((shade) => !/^#[0-9A-Fa-f]{6}$/.test(String(shade)));
	if (!wrong) return body;
	throw new InvalidInput(
		`Color is not valid: "${String(wrong)}"`,
		'Write it as # and six digits, e.g. #0A84FF.',
	);
}
