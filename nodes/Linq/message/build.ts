import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { readId } from '../../shared/input/ids';
import type { BuildBody } from '../operation';
import type { MessagePart } from './content';
import { readExperience } from './experience';
import type { PartInput } from './parts';
import { readParts } from './parts';
import { checkFirstMessage, checkParts } from './rules';
import type { TextExtras } from './textPart';
import { textPart } from './textPart';

/** Options of a message as fields/message.ts collects them. */
interface OptionsInput extends TextExtras {
	effect?: string;
	overrideOptOut?: boolean;
	preferredService?: string;
	replyTo?: { message?: { messageId?: string; partIndex?: number } };
}

/**
 * Puts the message that the fields of fields/message.ts describe into the body.
 *
 * @throws InvalidInput for what Linq would refuse (contract/behaviour.md, section 7)
 */
export const buildMessage: BuildBody = (context, body) => withMessage(context, body, checkParts);

/** The same for a chat's first message, in which Linq accepts no links. */
export const buildFirstMessage: BuildBody = (context, body) =>
	withMessage(context, body, (parts) => {
		checkParts(parts);
		checkFirstMessage(parts);
	});

function withMessage(
	context: IExecuteSingleFunctions,
	body: IDataObject,
	check: (parts: MessagePart[]) => void,
): IDataObject {
	const options = context.getNodeParameter('options', {}) as OptionsInput;
	return {
		...body,
		message: { ...readContent(context, options, check), ...readOptions(options) },
		...(options.overrideOptOut && { override_optout: true }),
	};
}

/** Either parts or one experience (contract/openapi.yaml, MessageContent). */
function readContent(
	context: IExecuteSingleFunctions,
	options: OptionsInput,
	check: (parts: MessagePart[]) => void,
): IDataObject {
	const type = context.getNodeParameter('messageType', 'text');
	if (type === 'experience') {
		return { experience: readExperience(context) };
	}
	const parts =
		type === 'parts'
			? readParts(context.getNodeParameter('parts.part', []) as PartInput[])
			: [textPart(String(context.getNodeParameter('text', '') ?? ''), options)];
	check(parts);
	return { parts };
}

function readOptions(options: OptionsInput): IDataObject {
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
	return message;
}
