import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import type { InputSettings } from '../../shared/input/phoneNumber';
import { BINARY_FIELD } from '../files/binaryFile';
import type { AppCardInput } from './appCard';
import { readApp, readCardExtras, readLayout } from './appCard';
import type { AppCardPart, AppClipPart, LinkPart, MessagePart } from './content';
import { readExperience } from './experience';
import { filesNamed, readMedia } from './media';
import type { PartInput } from './parts';
import { readParts } from './parts';
import type { TextExtras } from './textPart';
import { textPart } from './textPart';

/** Options of a message that its content has a use for. */
export interface ContentOptions extends TextExtras {
	attachFiles?: unknown;
}

/** The content of a message: either parts or one experience (contract/openapi.yaml, MessageContent). */
export interface Content {
	parts?: MessagePart[];
	experience?: IDataObject;
}

/** The kind of message that the user chose. */
export const messageTypeOf = (context: IExecuteSingleFunctions): unknown =>
	context.getNodeParameter('messageType', 'text');

/**
 * Reads the fields of fields/messageTypes.ts.
 *
 * @throws InvalidInput for what is missing or malformed
 */
export function readContent(
	context: IExecuteSingleFunctions,
	options: ContentOptions,
	settings: InputSettings,
): Content {
	switch (messageTypeOf(context)) {
		case 'media':
			return { parts: readMedia(context, options, settings) };
		case 'link':
			return { parts: [readLink(context)] };
		case 'parts':
			return {
				parts: readParts(context.getNodeParameter('parts.part', []) as PartInput[], settings),
			};
		case 'appCard':
			return { parts: [readCard(context)] };
		case 'appClip':
			return { parts: [readClip(context)] };
		case 'experience':
			return { experience: readExperience(context) };
		default:
			return { parts: readText(context, options, settings) };
	}
}

/** A text with the files beside it; files alone where there is no text. */
function readText(
	context: IExecuteSingleFunctions,
	options: ContentOptions,
	settings: InputSettings,
): MessagePart[] {
	const text = textOf(context);
	const files = readAttached(options);
	if (text.trim() === '' && files.length > 0) return files;
	return [textPart(text, options, settings), ...files];
}

/** The text of a message of that type. */
export const textOf = (context: IExecuteSingleFunctions): string => textIn(context, 'text');

/** @throws InvalidInput when no file is named */
export function readAttached({ attachFiles }: ContentOptions): MessagePart[] {
	if (attachFiles === undefined) return [];
	return filesNamed(attachFiles, `Attach Files: ${BINARY_FIELD}`).map(
		(file): MessagePart => ({ type: 'media', ...file }),
	);
}

const readLink = (context: IExecuteSingleFunctions): LinkPart => ({
	type: 'link',
	value: textIn(context, 'link').trim(),
});

function readCard(context: IExecuteSingleFunctions): AppCardPart {
	const input = {
		app: context.getNodeParameter('app', {}),
		layout: context.getNodeParameter('cardLayout', {}),
		cardUrl: textIn(context, 'cardLink'),
		fallbackText: textIn(context, 'fallbackText'),
		interactive: context.getNodeParameter('interactive', true),
	} as AppCardInput;
	return {
		type: 'imessage_app',
		app: readApp(input),
		layout: readLayout(input),
		...readCardExtras(input),
	};
}

function readClip(context: IExecuteSingleFunctions): AppClipPart {
	const caption = textIn(context, 'clipCaption');
	return {
		type: 'app_clip',
		value: textIn(context, 'clipLink').trim(),
		...(caption !== '' && { caption }),
	};
}

const textIn = (context: IExecuteSingleFunctions, name: string): string =>
	String(context.getNodeParameter(name, '') ?? '');
