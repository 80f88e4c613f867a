import { InvalidInput } from '../../shared/errors/invalidInput';
import { readHandle } from '../../shared/input/handles';
import type { InlineSticker, TextPart } from './content';
import type { DecorationInput } from './decorations';
import { placeDecorations } from './decorations';
import type { FileInput } from './files';
import { readFile } from './files';
import type { PlaceInput } from './ranges';
import { findRanges } from './ranges';

/** What a text can have besides its words, as fields/decorations.ts and fields/textExtras.ts collect it. */
export interface TextExtras {
	textDecorations?: { decorations?: DecorationInput[] };
	inlineStickers?: { stickers?: Array<PlaceInput & FileInput> };
	mention?: { person?: PlaceInput & { handle?: string } };
}

/** Limits of one text part (contract/behaviour.md, section 7). */
const MAX_STICKERS = 100;
const MAX_STICKER_IMAGES = 10;

/**
 * @param place where the part is, to begin errors with: empty or `Part 2: `
 * @throws InvalidInput when an extra does not fit the text
 */
export function textPart(value: string, extras: TextExtras, place = ''): TextPart {
	const part: TextPart = { type: 'text', value };
	const decorations = extras.textDecorations?.decorations ?? [];
	const stickers = extras.inlineStickers?.stickers ?? [];
	const person = extras.mention?.person;
	if (decorations.length > 0) {
		part.text_decorations = placeDecorations(value, decorations, `${place}Text Decorations`);
	}
	if (stickers.length > 0) {
		part.inline_stickers = placeStickers(value, stickers, `${place}Inline Stickers`);
	}
	if (person) {
		part.mention = readHandle(person.handle, `${place}Mention`);
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
		const file = readFile(input, field);
		return findRanges(text, { appliesTo: 'phrase', ...input }, field).map(
			(range): InlineSticker => ({ range, ...file }),
		);
	});
	const images = new Set(stickers.map(({ url, attachment_id: id }) => url ?? id));
	if (stickers.length > MAX_STICKERS || images.size > MAX_STICKER_IMAGES) {
		throw new InvalidInput(
			`${field}: ${stickers.length} stickers of ${images.size} images are too many for one text`,
			`Linq allows at most ${MAX_STICKERS} stickers of ${MAX_STICKER_IMAGES} different images.`,
		);
	}
	return stickers;
}
