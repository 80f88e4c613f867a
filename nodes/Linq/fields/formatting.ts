import type { INodeProperties } from 'n8n-workflow';

/** Whether the signs of a text mean something; message/textPart.ts reads it. */
export const formattingField: INodeProperties = {
	displayName: 'Formatting',
	name: 'formatting',
	type: 'options',
	options: [
		{ name: 'As It Is', value: 'asIs', description: 'Sends every character as entered' },
		{
			name: 'Markdown',
			value: 'markdown',
			description:
				'For answers of AI models: **bold**, *italic* and ~~struck out~~ become text styles in iMessage; headings, lists, links, tables and code become text that reads well on a phone',
		},
	],
	default: 'asIs',
	description: 'How to read the text. With Markdown, no signs of it are left in the message.',
};
