import { InvalidInput } from '../../shared/errors/invalidInput';
import type { Decoration } from './content';
import type { PlaceInput, Range } from './ranges';
import { findRanges } from './ranges';

export const STYLES = ['bold', 'italic', 'strikethrough', 'underline'];

export const ANIMATIONS = ['big', 'small', 'shake', 'nod', 'explode', 'ripple', 'bloom', 'jitter'];

/** One decoration as the user enters it. */
export interface DecorationInput extends PlaceInput {
	/** One of STYLES or ANIMATIONS. */
	decoration: string;
}

/** Linq's limit for one text part (contract/openapi.yaml, TextPart). */
export const MAX_DECORATIONS = 100;

/**
 * Places decorations on a text.
 *
 * @param text the text part they belong to
 * @param field name of the field, as the user sees it
 * @returns Linq's form, one entry per place
 * @throws InvalidInput when a place is not in the text, or when an animation overlaps anything
 *   (contract/behaviour.md, section 7)
 */
export function placeDecorations(
	text: string,
	inputs: DecorationInput[],
	field: string,
): Decoration[] {
	const placed = inputs.flatMap((input) =>
		findRanges(text, input, field).map((range): Decoration => ({ range, ...kindOf(input) })),
	);
	if (placed.length > MAX_DECORATIONS) {
		throw new InvalidInput(
			`${field}: ${placed.length} decorations are too many for one text`,
			`Linq allows at most ${MAX_DECORATIONS}. Decorate the whole text, or a phrase that occurs less often.`,
		);
	}
	refuseOverlaps(text, placed, field);
	return placed;
}

const kindOf = ({ decoration }: DecorationInput) =>
	ANIMATIONS.includes(decoration) ? { animation: decoration } : { style: decoration };

/** Styles may overlap styles; animations may overlap nothing. */
function refuseOverlaps(text: string, placed: Decoration[], field: string): void {
	const byStart = [...placed].sort((a, b) => a.range[0] - b.range[0]);
	let furthest: Decoration | undefined;
	let furthestAnimation: Decoration | undefined;
	for (const next of byStart) {
		const before = next.animation ? furthest : furthestAnimation;
		if (before && before.range[1] > next.range[0]) {
			const where = text.slice(next.range[0], Math.min(before.range[1], next.range[1]));
			throw new InvalidInput(
				`${field}: ${before.animation ?? before.style} and ${next.animation ?? next.style} overlap on "${where}"`,
				'An animation cannot overlap another decoration; only styles such as bold and italic can overlap each other.',
			);
		}
		if (!furthest || next.range[1] > furthest.range[1]) furthest = next;
		if (next.animation && (!furthestAnimation || next.range[1] > furthestAnimation.range[1])) {
			furthestAnimation = next;
		}
	}
}

/**
 * Puts the styles that a text has of itself beside those that the user has placed on it. An animation
 * overlaps nothing, so there the text's own styles give way.
 *
 * @param placed by the user, at most 100
 * @param styles of the text, in the order of their places
 * @returns at most 100: the user's, then the first ones of the text
 */
export function addStyles(placed: Decoration[], styles: Decoration[]): Decoration[] {
	const animated = placed.filter(({ animation }) => animation).map(({ range }) => range);
	const cut = styles.flatMap(({ range, style }) =>
		without(range, animated).map((rest): Decoration => ({ range: rest, style })),
	);
	return [...placed, ...cut].slice(0, MAX_DECORATIONS);
}

/** The rest of a range. */
const without = (range: Range, others: Range[]): Range[] =>
	others.reduce(
		(rests, [start, end]) =>
			rests.flatMap((rest): Range[] => {
				const before: Range = [rest[0], Math.min(rest[1], start)];
				const behind: Range = [Math.max(rest[0], end), rest[1]];
				return [before, behind].filter(([from, to]) => from < to);
			}),
		[range],
	);
