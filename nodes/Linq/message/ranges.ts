import { InvalidInput } from '../../shared/errors/invalidInput';

/** Half-open span in UTF-16 code units, which is what JavaScript's string length counts. */
export type Range = [start: number, end: number];

/** Where something stands in a text, as the user says it (fields/place.ts). */
export interface PlaceInput {
	appliesTo?: 'text' | 'phrase' | 'range';
	/** For `phrase`: every place where it stands in the text. */
	phrase?: string;
	/** For `range`: first character, 0-based, and the character after the last one. */
	start?: number;
	end?: number;
}

/**
 * The places that the user means.
 *
 * @param field name of the field, as the user sees it
 * @returns at least one
 * @throws InvalidInput when there is no such place in the text
 */
export function findRanges(text: string, place: PlaceInput, field: string): [Range, ...Range[]] {
	if (place.appliesTo === 'range') return [checkedRange(text, place, field)];
	if (place.appliesTo === 'phrase') return findPhrase(text, place.phrase ?? '', field);
	return [[0, text.length]];
}

function findPhrase(text: string, phrase: string, field: string): [Range, ...Range[]] {
	if (phrase === '') {
		throw new InvalidInput(
			`${field}: the phrase is empty`,
			'Enter the words to apply it to, or choose Whole Text.',
		);
	}
	const ranges: Range[] = [];
	for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) {
		ranges.push([at, at + phrase.length]);
	}
	const [first, ...others] = ranges;
	if (first) return [first, ...others];
	throw new InvalidInput(
		`${field}: the phrase "${phrase}" is not in the text`,
		'Write the phrase exactly as in the text, with the same capital letters.',
	);
}

function checkedRange(text: string, { start = 0, end = 0 }: PlaceInput, field: string): Range {
	const whole = Number.isInteger(start) && Number.isInteger(end);
	if (whole && 0 <= start && start < end && end <= text.length) return [start, end];
	throw new InvalidInput(
		`${field}: ${start} to ${end} is not a range within the text`,
		`Start must be 0 or more, End greater than Start and at most ${text.length}, the length of the text. An emoji counts as two or more characters.`,
	);
}
