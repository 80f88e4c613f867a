import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { readId } from '../../shared/input/ids';
import type { InputSettings } from '../../shared/input/phoneNumber';
import type { BuildBody } from '../operation';
import type { MessagePart } from './content';
import type { ContentOptions } from './messageContent';
import { messageTypeOf, readAttached, readContent, textOf } from './messageContent';
import { checkFirstMessage, checkParts } from './rules';
import { messagesOf } from './several/messages';
import type { SeveralInput, Splitting } from './several/options';
import { readSeveral } from './several/options';
import { Series } from './several/series';

/** Options of a message as fields/message.ts collects them. */
export interface MessageOptions extends ContentOptions, SeveralInput, ReplyTo {
	effect?: string;
	overrideOptOut?: boolean;
	preferredService?: string;
}

/** The message to answer, as fields/message.ts collects it. */
export interface ReplyTo {
	replyTo?: unknown;
	replyToPart?: number;
}

/**
 * Puts the message that the fields of fields/message.ts describe into the body, or the messages that a
 * text falls into.
 *
 * @throws InvalidInput for what Linq would refuse (contract/behaviour.md, section 7)
 */
export const buildMessage: BuildBody<IDataObject | Series> = (context, body, settings) =>
	withMessage(context, body, settings, checkParts);

/** The same for a chat's first message, in which Linq accepts no links. */
export const buildFirstMessage: BuildBody<IDataObject | Series> = (context, body, settings) =>
	withMessage(context, body, settings, (parts) => {
		checkParts(parts);
		// Else a link is taken out of a first message, and is fine in any other (send/chat).
		const isSplit = context.getNodeParameter('options.firstMessage', 'asIs') === 'split';
		if (!isSplit) checkFirstMessage(parts);
	});

function withMessage(
	context: IExecuteSingleFunctions,
	body: IDataObject,
	settings: InputSettings,
	checkFirst: (parts: MessagePart[]) => void,
): IDataObject | Series {
	const options = context.getNodeParameter('options', {}) as MessageOptions;
	const withOptions = (message: IDataObject) => ({
		message: { ...message, ...readService(options) },
		...(options.overrideOptOut && { override_optout: true }),
	});
	const several = messageTypeOf(context) === 'text' ? readSeveral(options) : undefined;
	const [content, ...others] = several
		? readMessages(context, options, settings, several)
		: [readContent(context, options, settings)];
	if (content?.parts) checkFirst(content.parts);
	const first = {
		...body,
		...withOptions({ ...content, ...readEffect(options), ...readReplyTo(options) }),
	};
	if (!several) return first;
	for (const { parts = [] } of others) checkParts(parts);
	return new Series(
		first,
		others.map(({ parts }) => withOptions({ parts })),
		several,
	);
}

/** The content of each of several messages. */
function readMessages(
	context: IExecuteSingleFunctions,
	options: MessageOptions,
	settings: InputSettings,
	splitting: Splitting,
): Array<{ parts: MessagePart[] }> {
	const files = readAttached(options);
	return messagesOf(textOf(context), options, settings, files, splitting).map((parts) => ({
		parts,
	}));
}

/** The properties of a message besides its content: effect, service, the message it replies to. */
export const readMessageOptions = (options: MessageOptions): IDataObject => ({
	...readEffect(options),
	...readService(options),
	...readReplyTo(options),
});

function readEffect({ effect }: MessageOptions): IDataObject {
	if (!effect) return {};
	const [type, name] = effect.split(':');
	return { effect: { type, name } };
}

const readService = ({ preferredService }: MessageOptions): IDataObject =>
	preferredService ? { preferred_service: preferredService } : {};

/** @throws InvalidInput for a malformed id */
export function readReplyTo({ replyTo, replyToPart = 0 }: ReplyTo): IDataObject {
	if (replyTo === undefined) return {};
	return { reply_to: { message_id: readId(replyTo, 'Reply To'), part_index: replyToPart } };
}
