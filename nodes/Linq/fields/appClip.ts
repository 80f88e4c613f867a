import type { INodeProperties } from 'n8n-workflow';

/** A card that opens an App Clip; message/messageContent.ts reads them. */
export const appClipFields: INodeProperties[] = [
	{
		displayName: 'App Clip Link',
		name: 'clipLink',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. {{ $json.checkout_url }}',
		description:
			'Link that opens the App Clip, e.g. the checkout_url of a payment request. According to Linq’s newest documentation, only a Linq checkout link is accepted.',
	},
	{
		displayName: 'Caption',
		name: 'clipCaption',
		type: 'string',
		default: '',
		placeholder: 'e.g. Pay now',
		description: 'Label of the button',
	},
];
