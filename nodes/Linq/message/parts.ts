import type { AppCardInput } from './appCard';
import { readApp, readCardExtras, readLayout } from './appCard';
import type { MessagePart } from './content';
import type { FileInput } from './files';
import { readFile } from './files';
import type { TextExtras } from './textPart';
import { textPart } from './textPart';

/** A part as fields/parts.ts collects it; which fields count depends on the type. */
export interface PartInput extends FileInput, TextExtras, AppCardInput {
	type?: MessagePart['type'];
	text?: string;
	sticker?: boolean;
	link?: string;
	clipLink?: string;
	clipCaption?: string;
}

/**
 * The parts in Linq's form.
 *
 * @throws InvalidInput that names the part, counted from 1 as the user sees it
 */
export function readParts(inputs: PartInput[]): MessagePart[] {
	return inputs.map((input, index) =>
		readPart(input, inputs.length === 1 ? '' : `Part ${index + 1}: `),
	);
}

function readPart(input: PartInput, place: string): MessagePart {
	switch (input.type) {
		case 'media':
			return {
				type: 'media',
				...readFile(input, `${place}Media`),
				...(input.sticker ? { sticker: true } : {}),
			};
		case 'link':
			return { type: 'link', value: String(input.link ?? '').trim() };
		case 'imessage_app':
			return {
				type: 'imessage_app',
				app: readApp(input, place),
				layout: readLayout(input, place),
				...readCardExtras(input, place),
			};
		case 'app_clip':
			return {
				type: 'app_clip',
				value: String(input.clipLink ?? '').trim(),
				...(input.clipCaption ? { caption: input.clipCaption } : {}),
			};
		default:
			return textPart(String(input.text ?? ''), input, place);
	}
}
