import { readId } from '../../../shared/input/ids';
import { readFileUrl } from '../../../shared/input/urls';
import { chatField } from '../../fields/chat';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { unwrap } from '../../output/shapes';
import { findMemo } from './findMemo';

export const send: Operation = {
	name: 'Send',
	value: 'send',
	action: 'Send voice memo to chat',
	description: 'Send an audio file as an iMessage voice memo that plays directly in the chat',
	method: 'POST',
	path: '/v3/chats/{chatId}/voicememo',
	lookup: findMemo,
	fields: [
		chatField,
		{
			displayName: 'Audio Source',
			name: 'audioSource',
			type: 'options',
			options: [
				{
					name: 'Attachment ID',
					value: 'attachmentId',
					description: 'A file uploaded to Linq',
				},
				{
					name: 'URL',
					value: 'url',
					description: 'A public file that Linq downloads',
				},
			],
			default: 'url',
		},
		{
			displayName: 'URL',
			name: 'voiceMemoUrl',
			type: 'string',
			required: true,
			displayOptions: { show: { audioSource: ['url'] } },
			default: '',
			placeholder: 'e.g. https://example.com/memo.m4a',
			description:
				'Public https URL of an audio file of at most 10 MB: MP3, M4A, AAC, CAF, WAV, AIFF or AMR',
			...inBody('voice_memo_url'),
			read: readFileUrl,
		},
		{
			displayName: 'Attachment ID',
			name: 'attachmentId',
			type: 'string',
			required: true,
			displayOptions: { show: { audioSource: ['attachmentId'] } },
			default: '',
			placeholder: 'e.g. 550e8400-e29b-41d4-a716-446655440000',
			description: 'ID of a previously uploaded audio file',
			...inBody('attachment_id'),
			read: readId,
		},
	],
	options: [
		{
			displayName: 'Override Opt-Out',
			name: 'overrideOptOut',
			type: 'boolean',
			default: false,
			description: 'Whether to send this voice memo even though the recipient has opted out',
			...inBody('override_optout'),
		},
	],
	output: answerAs(unwrap('voice_memo')),
};
