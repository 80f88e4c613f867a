import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readId } from '../request/ids';
import { InvalidInput } from '../request/invalidInput';
import type { MessagePart } from './content';
import type { DecorationInput } from './decorations';
import { placeDecorations } from './decorations';
import { checkFirstMessage, checkParts } from './rules';

/** A part as fields/message.ts collects it. */
interface PartInput {
	type?: 'text' | 'media' | 'link';
	text?: string;
	textDecorations?: { decorations?: DecorationInput[] };
	mediaSource?: 'url' | 'attachmentId';
	url?: string;
	attachmentId?: string;
	link?: string;
}

/** Message options as fields/message.ts collects them. */
interface OptionsInput {
	effect?: string;
	idempotencyKey?: string;
	overrideOptOut?: boolean;
	preferredService?: string;
	replyTo?: { message?: { messageId?: string; partIndex?: number } };
	textDecorations?: { decorations?: DecorationInput[] };
}

/** Longest key that Linq takes (contract/behaviour.md, section 5). */
const MAX_KEY = 255;

/**
 * Puts the message that the fields of fields/message.ts describe into the body.
 *
 * @throws InvalidInput for what Linq would refuse (contract/behaviour.md, section 7)
 */
export async function buildMessage(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const parts = readParts(this);
	checkParts(parts);
	const options = this.getNodeParameter('options', {}) as OptionsInput;
	const body = request.body as IDataObject;
	body.message = { parts, ...readMessageOptions(options) };
	if (options.overrideOptOut) body.override_optout = true;
	return request;
}

/** The same for a chat's first message, in which Linq accepts no links. */
export async function buildFirstMessage(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	checkFirstMessage(readParts(this));
	return await buildMessage.call(this, request);
}

function readParts(context: IExecuteSingleFunctions): MessagePart[] {
	if (context.getNodeParameter('messageType', 'text') === 'text') {
		const options = context.getNodeParameter('options', {}) as OptionsInput;
		const text = String(context.getNodeParameter('text', '') ?? '');
		return [textPart(text, options.textDecorations?.decorations, 'Text Decorations')];
	}
	const parts = context.getNodeParameter('parts.part', []) as PartInput[];
	return parts.map(readPart);
}

function readPart(input: PartInput, index: number): MessagePart {
	if (input.type === 'link') return { type: 'link', value: String(input.link ?? '').trim() };
	if (input.type === 'media') {
		return input.mediaSource === 'attachmentId'
			? { type: 'media', attachment_id: String(input.attachmentId ?? '').trim() }
			: { type: 'media', url: String(input.url ?? '').trim() };
	}
	return textPart(
		String(input.text ?? ''),
		input.textDecorations?.decorations,
		`Part ${index + 1}: Text Decorations`,
	);
}

function textPart(value: string, decorations: DecorationInput[] = [], field: string): MessagePart {
	if (decorations.length === 0) return { type: 'text', value };
	return { type: 'text', value, text_decorations: placeDecorations(value, decorations, field) };
}

function readMessageOptions(options: OptionsInput): IDataObject {
	const message: IDataObject = {};
	if (options.effect) {
		const [type, name] = options.effect.split(':');
		message.effect = { type, name };
	}
	if (options.replyTo?.message) {
		message.reply_to = {
			message_id: readId(options.replyTo.message.messageId, 'Reply To'),
			part_index: options.replyTo.message.partIndex ?? 0,
		};
	}
	if (options.preferredService) message.preferred_service = options.preferredService;
	if (options.idempotencyKey) message.idempotency_key = readKey(options.idempotencyKey);
	return message;
}

function readKey(key: unknown): string {
	const text = String(key);
	if (text.length <= MAX_KEY) return text;
	throw new InvalidInput(
		`Idempotency Key has ${text.length} characters, Linq takes at most ${MAX_KEY}`,
		'Use a shorter key, e.g. the names of campaign and contact.',
	);
}
