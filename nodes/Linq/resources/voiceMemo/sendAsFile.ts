import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { readId } from '../../../shared/input/ids';
import { readFileUrl } from '../../../shared/input/urls';
import { BINARY_FIELD, readBinaryFile } from '../../files/binaryFile';
import { ANY_FILE } from '../../files/fileUse';
import { readNaming } from '../../files/naming';
import type { ReplyTo } from '../../message/build';
import { readReplyTo } from '../../message/build';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { sentMessage } from '../../output/shapes';
import { chatField } from '../../fields/chat';

/** Fallback of Voice Memo > Send for a file that cannot be a voice memo: an ordinary message. */
export const sendAsFile: Operation = {
	name: 'Send as a File',
	value: 'sendAsFile',
	action: 'Send audio file to chat',
	description: 'Send an audio file as an ordinary message',
	method: 'POST',
	path: '/v3/chats/{chatId}/messages',
	fields: [chatField],
	buildBody: buildFile,
	output: answerAs(sentMessage),
};

function buildFile(context: IExecuteSingleFunctions): IDataObject {
	const { overrideOptOut, ...options } = context.getNodeParameter('options', {}) as ReplyTo & {
		overrideOptOut?: boolean;
	};
	const part = { type: 'media', ...readSource(context) } as IDataObject;
	return {
		message: { parts: [part], ...readReplyTo(options) },
		...(overrideOptOut && { override_optout: true }),
	};
}

function readSource(context: IExecuteSingleFunctions): object {
	const source = context.getNodeParameter('audioSource', 'url');
	if (source === 'attachmentId') {
		return { attachment_id: readId(context.getNodeParameter('attachmentId', ''), 'Attachment ID') };
	}
	if (source === 'url') {
		return { url: readFileUrl(context.getNodeParameter('voiceMemoUrl', ''), 'URL') };
	}
	const field = context.getNodeParameter('audioBinaryField', '');
	return { attachment_id: readBinaryFile(field, BINARY_FIELD, ANY_FILE, readNaming(context)) };
}
