import { InvalidInput } from '../../shared/errors/invalidInput';
import type { InputSettings } from '../../shared/input/phoneNumber';
import { quote } from '../../shared/input/text';
import { ANY_FILE, STICKER } from '../files/fileUse';
import type { MessagePart } from './content';
import type { FileInput } from './files';
import { readFile } from './files';
import type { TextExtras } from './textPart';
import { textPart } from './textPart';

/** A part as fields/parts.ts collects it; which fields count depends on the type. */
export interface PartInput extends FileInput {
	type?: unknown;
	text?: string;
	textOptions?: TextExtras;
	sticker?: boolean;
}

/**
 * The parts in Linq's form.
 *
 * @param settings what handles are read with
 * @throws InvalidInput that names the part, counted from 1 as the user sees it
 */
export function readParts(inputs: PartInput[], settings: InputSettings): MessagePart[] {
	return inputs.map((input, index) =>
		readPart(input, settings, inputs.length === 1 ? '' : `Part ${index + 1}: `),
	);
}

function readPart(input: PartInput, settings: InputSettings, place: string): MessagePart {
	const { type = 'text', text, textOptions = {}, sticker } = input;
	switch (type) {
		case 'media':
			return {
				type,
				...readFile(input, `${place}Media`, sticker ? STICKER : ANY_FILE),
				...(sticker ? { sticker } : {}),
			};
		case 'text':
			return textPart(String(text ?? ''), textOptions, settings, place);
		default:
			throw new InvalidInput(
				`${place}Type is not a choice of the list: ${quote(String(type))}`,
				'Choose text or media. A link, an app card and an App Clip must be the only part of a message: choose them as Message Type.',
			);
	}
}
