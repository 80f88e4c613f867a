import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../../shared/errors/invalidInput';
import { readId } from '../../../shared/input/ids';
import { readFileUrl } from '../../../shared/input/urls';
import { chatField } from '../../fields/chat';
import { binaryChoice, binaryFieldNamed, shownWith } from '../../fields/fileSource';
import { replyToOptions } from '../../fields/message';
import { inBody } from '../../fields/routing';
import { BINARY_FIELD, BinaryFile, readBinaryFile, RemoteSource } from '../../files/binaryFile';
import { namingOptions, readNaming } from '../../files/naming';
import { ANY_VOICE, needsFetching, VOICE_MEMO } from '../../files/voice';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { unwrap } from '../../output/shapes';
import { findMemo } from './findMemo';
import { sendAsFile } from './sendAsFile';

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
					name: 'URL',
					value: 'url',
					description: 'A public file',
				},
				binaryChoice,
				{
					name: 'Attachment ID',
					value: 'attachmentId',
					description: 'A file uploaded to Linq',
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
				'Public https URL of an audio file of at most 10 MB. Linq fetches MP3, M4A, AAC, CAF, WAV, AIFF and AMR itself; anything else is fetched and converted by this node.',
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
		...shownWith([{ ...binaryFieldNamed('audioBinaryField'), required: true }], {
			audioSource: ['binary'],
		}),
	],
	options: [
		{
			displayName: 'Convert If Needed',
			name: 'convert',
			type: 'boolean',
			default: true,
			description:
				'Whether to bring audio that Linq does not take into a form that it does: voice notes of WhatsApp, Telegram and browsers (Opus in Ogg or WebM), and uncompressed audio of any kind. The sound stays as it is.',
		},
		...namingOptions,
		{
			displayName: 'If Memo Is Not Possible',
			name: 'ifNotPossible',
			type: 'options',
			options: [
				{ name: 'Fail', value: 'fail' },
				{
					name: 'Send as a File',
					value: 'file',
					description: 'As an ordinary message with the file, which can also be a reply',
				},
			],
			default: 'file',
			description:
				'What to do with files over 10 MB, with files that are no audio, and with replies. Without this option, the item fails.',
		},
		...replyToOptions,
		{
			displayName: 'Override Opt-Out',
			name: 'overrideOptOut',
			type: 'boolean',
			default: false,
			description: 'Whether to send this voice memo even though the recipient has opted out',
			...inBody('override_optout'),
		},
	],
	buildBody: buildMemo,
	instead: (context) =>
		context.getNodeParameter('options.ifNotPossible', 'fail') === 'file' ? sendAsFile : undefined,
	output: answerAs(withHint),
};

/** Longer ones are seldom heard to the end (milliseconds). */
const LONG = 2 * 60_000;

/** Says so where a memo is long; Linq takes any length. */
function withHint(answer: IDataObject): IDataObject {
	const memo = unwrap('voice_memo')(answer);
	const { duration_ms: length } = (memo.voice_memo ?? {}) as IDataObject;
	if (typeof length !== 'number' || length <= LONG) return memo;
	const minutes = (length / 60_000).toFixed(1);
	return {
		...memo,
		hint: `This voice memo has ${minutes} minutes. People listen to short ones: keep them under two.`,
	};
}

/** @throws InvalidInput for a reply, which a voice memo cannot be */
function buildMemo(context: IExecuteSingleFunctions, body: IDataObject): IDataObject {
	const options = context.getNodeParameter('options', {}) as {
		convert?: boolean;
		replyTo?: unknown;
	};
	if (options.replyTo !== undefined) {
		throw new InvalidInput(
			'A voice memo cannot be a reply',
			'Remove Reply To, or add the option If Memo Is Not Possible: Send as a File.',
		);
	}
	const converts = options.convert !== false;
	const use = converts ? ANY_VOICE : VOICE_MEMO;
	const { voice_memo_url: url, ...rest } = body;
	if (typeof url === 'string' && converts && needsFetching(url)) {
		return {
			...rest,
			attachment_id: new BinaryFile(
				new RemoteSource(url),
				'URL',
				use,
				readNaming(context),
			) as never,
		};
	}
	if (context.getNodeParameter('audioSource', 'url') !== 'binary') return body;
	return {
		...body,
		attachment_id: readBinaryFile(
			context.getNodeParameter('audioBinaryField', ''),
			BINARY_FIELD,
			use,
			readNaming(context),
		) as never,
	};
}
