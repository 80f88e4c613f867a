import { InvalidInput } from '../../../shared/errors/invalidInput';
import type { Manner } from './series';

/** The options of fields/severalMessages.ts as they come. */
export interface SeveralInput {
	severalMessages?: unknown;
	splitMarker?: unknown;
	maxMessages?: unknown;
	messagePause?: unknown;
	stopIfAnswered?: unknown;
}

/** How a text becomes several messages. */
export interface Splitting {
	/** The sign between messages; undefined: at empty lines. */
	marker?: string;
	/** How many messages at most. */
	most: number;
}

export const MAX_MESSAGES = 3;
export const MOST_MESSAGES = 10;
export const PAUSE_SECONDS = 2;
export const MARKER = '---';

/** Longest pause, in seconds: the typing indicator shows no longer (contract/behaviour.md, section 10). */
export const LONGEST_PAUSE = 60;

/**
 * Reads the options.
 *
 * @returns undefined where the text is to be one message
 * @throws InvalidInput for one that cannot be used
 */
export function readSeveral(input: SeveralInput): (Splitting & Manner) | undefined {
	const { severalMessages: at } = input;
	if (at === undefined || at === 'never') return undefined;
	if (at !== 'blankLines' && at !== 'marker') {
		throw new InvalidInput(
			`Send as Several Messages is not a choice of the list: "${String(at)}"`,
			'Choose one from the list. An expression has to give blankLines, marker or never.',
		);
	}
	return {
		...(at === 'marker' && { marker: readMarker(input.splitMarker) }),
		most: readNumber(input.maxMessages ?? MAX_MESSAGES, 'Max Messages', 1, MOST_MESSAGES),
		pause:
			readNumber(
				input.messagePause ?? PAUSE_SECONDS,
				'Message Pause (Seconds)',
				0,
				LONGEST_PAUSE,
			) * 1000,
		stopsWhenAnswered: input.stopIfAnswered === true,
	};
}

function readMarker(value: unknown = MARKER): string {
	const marker = String(value ?? '').trim();
	if (marker !== '') return marker;
	throw new InvalidInput(
		'Marker is empty',
		'Enter the sign that stands between messages, e.g. ---, or choose At Blank Lines.',
	);
}

function readNumber(value: unknown, label: string, least: number, most: number): number {
	const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
	if (number >= least && number <= most)
		return label === 'Max Messages' ? Math.floor(number) : number;
	throw new InvalidInput(
		`${label} is not a number from ${least} to ${most}`,
		'Enter one, or remove the option to use what is preset.',
	);
}
