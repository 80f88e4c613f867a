import { InvalidInput } from '../../shared/errors/invalidInput';
import { readHandle } from '../../shared/input/handles';
import type { InputSettings } from '../../shared/input/phoneNumber';
import { BinaryFile } from '../files/binaryFile';
import { STICKER } from '../files/fileUse';
import type { InlineSticker, TextPart } from './content';
import type { DecorationInput } from './decorations';
import { addStyles, placeDecorations } from './decorations';
import type { FileInput } from './files';
import { readFile } from './files';
import type { Formatted } from './markdown/readMarkdown';
import { readMarkdown } from './markdown/readMarkdown';
import type { PlaceInput } from './ranges';
import { findRanges } from './ranges';

/** Optional features of a text, as fields/decorations.ts and fields/textExtras.ts collect them. */
export interface TextExtras {
	/** How the text is to be read; as it is, if nothing is said. */
	formatting?: 'asIs' | 'markdown';
	textDecorations?: { decorations?: { decoration?: DecorationInput[] } };
	inlineStickers?: { stickers?: { sticker?: Array<PlaceInput & FileInput> } };
	mention?: { person?: PlaceInput & { handle?: string } };
}

/** Limits of one text part (contract/behaviour.md, section 7). */
const MAX_STICKERS = 100;
const MAX_STICKER_IMAGES = 10;

/**
 * @param source the text as the user enters it
 * @param extras placed on the text as it is sent, that is without signs of Markdown
 * @param settings what handles are read with
 * @param place where the part is, to begin errors with: empty or `Part 2: `
 * @throws InvalidInput when an extra does not fit the text
 */
export function textPart(
	source: string,
	extras: TextExtras,
	settings: InputSettings,
	place = '',
): TextPart {
	const formatted =
		extras.formatting === 'markdown' ? readMarkdown(source) : { text: source, styles: [] };
	return dress(formatted, extras, settings, place);
}

/**
 * Puts the extras on a text that has been read.
 *
 * @throws InvalidInput when one does not fit the text
 */
export function dress(
	{ text: value, styles }: Formatted,
	extras: TextExtras,
	settings: InputSettings,
	place = '',
): TextPart {
	const part: TextPart = { type: 'text', value };
	const decorations = extras.textDecorations?.decorations?.decoration ?? [];
	const stickers = extras.inlineStickers?.stickers?.sticker ?? [];
	const person = extras.mention?.person;
	if (decorations.length > 0 || styles.length > 0) {
		const placed = placeDecorations(value, decorations, `${place}Text Decorations`);
		part.text_decorations = addStyles(placed, styles);
	}
	if (stickers.length > 0) {
		part.inline_stickers = placeStickers(value, stickers, `${place}Inline Stickers`);
	}
	if (person) {
		part.mention = readHandle(person.handle, `${place}Mention`, settings);
		if (person.appliesTo && person.appliesTo !== 'text') {
			[part.mention_range] = findRanges(value, person, `${place}Mention`);
		}
	}
	return part;
}

function placeStickers(
	text: string,
	inputs: Array<PlaceInput & FileInput>,
	field: string,
): InlineSticker[] {
	const stickers = inputs.flatMap((input) => {
		const file = readFile(input, field, STICKER);
		return findRanges(text, { appliesTo: 'phrase', ...input }, field).map(
			(range): InlineSticker => ({ range, ...file }),
		);
	});
	const images = new Set(
		stickers.map(
			({ url, attachment_id: id }) => url ?? (id instanceof BinaryFile ? id.source : id),
		),
	);
	if (stickers.length > MAX_STICKERS || images.size > MAX_STICKER_IMAGES) {
		throw new InvalidInput(
			`${field}: ${stickers.length} stickers of ${images.size} images are too many for one text`,
			`Linq allows at most ${MAX_STICKERS} stickers of ${MAX_STICKER_IMAGES} different images.`,
		);
	}
	return stickers;
}
