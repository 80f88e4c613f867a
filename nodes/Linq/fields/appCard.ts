import type { INodeProperties } from 'n8n-workflow';

import { presetOf } from './collection';
import { binaryFieldNamed } from './fileSource';

const bundleId: INodeProperties = {
	displayName: 'Bundle ID',
	name: 'bundleId',
	type: 'string',
	default: '',
	placeholder: 'e.g. com.example.shop.messages',
	description: 'Bundle ID of the Messages extension',
};

const appName: INodeProperties = {
	displayName: 'App Name',
	name: 'appName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Example Shop',
};

const teamId: INodeProperties = {
	displayName: 'Team ID',
	name: 'teamId',
	type: 'string',
	default: '',
	placeholder: 'e.g. A1B2C3D4E5',
	description: 'Apple team ID: ten capital letters and digits',
};

const appStoreId: INodeProperties = {
	displayName: 'App Store ID',
	name: 'appStoreId',
	type: 'number',
	default: 0,
	description: 'ID of the app in the App Store; 0 for none',
};

const appFields = [bundleId, appName, teamId, appStoreId];

/** Which iMessage app a card belongs to; read by message/appCard.ts. */
export const appField: INodeProperties = {
	displayName: 'App',
	name: 'app',
	type: 'fixedCollection',
	placeholder: 'Add App',
	default: { app: presetOf(appFields) },
	description: 'The iMessage app that displays the card',
	options: [{ displayName: 'App', name: 'app', values: appFields }],
};

const captions: INodeProperties[] = [
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		default: '',
		description: 'Bold, at the top left',
	},
	{
		displayName: 'Subcaption',
		name: 'subcaption',
		type: 'string',
		default: '',
		description: 'Below the caption',
	},
	{
		displayName: 'Trailing Caption',
		name: 'trailing_caption',
		type: 'string',
		default: '',
		description: 'At the top right',
	},
	{
		displayName: 'Trailing Subcaption',
		name: 'trailing_subcaption',
		type: 'string',
		default: '',
		description: 'Below the trailing caption',
	},
];

const image: INodeProperties[] = [
	{
		displayName: 'Image URL',
		name: 'image_url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/preview.jpg',
		description: 'Preview image: JPEG, PNG, HEIF or WebP',
	},
	{
		...binaryFieldNamed('imageBinaryField'),
		displayName: 'Image From Input Data Field',
		description: 'Name of the binary field of the previous node that holds the preview image',
	},
	{
		displayName: 'Image Title',
		name: 'image_title',
		type: 'string',
		default: '',
		description: 'Bold text on the image; requires an image',
	},
	{
		displayName: 'Image Subtitle',
		name: 'image_subtitle',
		type: 'string',
		default: '',
		description: 'Text below the image title; requires an image',
	},
];

/** The texts and the image of a card; at least one caption or the image is needed. */
export const layoutField: INodeProperties = {
	displayName: 'Layout',
	name: 'layout',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'Contents of the card: at least one caption or the image',
	options: [...captions, ...image],
};

export const cardUrlField: INodeProperties = {
	displayName: 'Card URL',
	name: 'cardUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/order/42',
	description: 'URL to open on tap; an https or data URL',
};

export const fallbackTextField: INodeProperties = {
	displayName: 'Fallback Text',
	name: 'fallbackText',
	type: 'string',
	default: '',
	placeholder: 'e.g. Order 42: on its way',
	description: 'Shown where the card cannot be displayed',
};

export const interactiveField: INodeProperties = {
	displayName: 'Interactive',
	name: 'interactive',
	type: 'boolean',
	default: true,
	description: 'Whether to show the live view where the app is installed',
};

/**
 * A card as a message, under names of its own where App Card > Update has a field of that name;
 * message/messageContent.ts reads them.
 */
export const appCardFields: INodeProperties[] = [
	appField,
	{ ...layoutField, name: 'cardLayout', default: { caption: '' } },
	{ ...cardUrlField, name: 'cardLink' },
	fallbackTextField,
	interactiveField,
];
