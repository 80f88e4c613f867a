import type { INodeProperties } from 'n8n-workflow';

import {
	LONGEST_PAUSE,
	MARKER,
	MAX_MESSAGES,
	MOST_MESSAGES,
	PAUSE_SECONDS,
} from '../message/several/options';
import { shownWith } from './fileSource';

/** Whether and where a text falls into several messages; message/several/options.ts reads them. */
export const severalMessagesOptions: INodeProperties[] = [
	{
		displayName: 'Send as Several Messages',
		name: 'severalMessages',
		type: 'options',
		options: [
			{
				name: 'At Blank Lines',
				value: 'blankLines',
				description: 'Each paragraph is a message; lists, code and tables stay together',
			},
			{
				name: 'At Marker',
				value: 'marker',
				description: 'Where a sign stands that you tell the AI model to write',
			},
			{ name: 'Never', value: 'never' },
		],
		default: 'blankLines',
		description:
			'Where to split the text into messages, as people write. They leave in order, one after the other, and a link at the end becomes a message of its own. Attached files go with the last text. The output lists them as messages.',
	},
	...shownWith(
		[
			{
				displayName: 'Marker',
				name: 'splitMarker',
				type: 'string',
				default: MARKER,
				placeholder: 'e.g. ---',
				description:
					'The sign between two messages. One of dashes, asterisks and the like counts only on a line of its own.',
			},
		],
		{ severalMessages: ['marker'] },
	),
	...shownWith(
		[
			{
				displayName: 'Max Messages',
				name: 'maxMessages',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: MOST_MESSAGES },
				default: MAX_MESSAGES,
				description:
					'How many messages at most, links included. The rest of the text stays together.',
			},
			{
				displayName: 'Message Pause (Seconds)',
				name: 'messagePause',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: LONGEST_PAUSE },
				default: PAUSE_SECONDS,
				description:
					'How long to wait before each message but the first. The typing indicator shows meanwhile.',
			},
			{
				displayName: 'Stop If Somebody Writes',
				name: 'stopIfAnswered',
				type: 'boolean',
				default: true,
				description:
					'Whether to send nothing more once somebody has written in the chat after the first message. The output has what was not sent as unsent.',
			},
		],
		{ severalMessages: ['blankLines', 'marker'] },
	),
];
