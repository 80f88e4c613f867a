import { Info } from 'luxon';

import { InvalidInput } from '../../../shared/errors/invalidInput';
import { CHECK_EXPRESSION, quote } from '../../../shared/input/text';
import { WINDOW_PRESET } from '../../fields/sendWindow';
import type { OpeningHours } from './openingHours';

/** The option Send Window, as fields/sendWindow.ts collects it; expressions can give anything. */
export interface WindowInput {
	days?: unknown;
	from?: unknown;
	ifOutside?: unknown;
	timeZone?: unknown;
	until?: unknown;
}

/**
 * @param workflowZone where the user names no zone
 * @throws InvalidInput for a day, a time or a zone that there is not
 */
export function readHours(input: WindowInput, workflowZone: string): OpeningHours {
	const from = readTime(input.from ?? WINDOW_PRESET.from, 'From');
	const until = readTime(input.until ?? WINDOW_PRESET.until, 'Until');
	if (from === until || from === 24 * 60) {
		throw new InvalidInput(
			'Send Window: From and Until are the same time',
			'For the whole day enter From 00:00 and Until 24:00.',
		);
	}
	const days = readDays(input.days ?? WINDOW_PRESET.days);
	return { days, from, until, zone: readZone(input.timeZone, workflowZone) };
}

/** Hours and minutes, e.g. `9:30`, `21:00`, `9 pm`. */
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?\s*([ap])?\.?(?:m\.?)?$/i;

/** Minutes after midnight, 0 to 1440. */
function readTime(value: unknown, label: string): number {
	const text = String(value ?? '').trim();
	const [, digits, minutes = '0', half] = TIME.exec(text) ?? [];
	let hour = Number(digits);
	if (half && (hour < 1 || hour > 12)) hour = NaN;
	if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	const time = hour * 60 + Number(minutes);
	if (Number(minutes) < 60 && time <= 24 * 60) return time;
	throw new InvalidInput(
		`Send Window: ${label} is not a time: ${quote(text)}`,
		`Enter hours and minutes, e.g. 09:00 or 21:30. ${CHECK_EXPRESSION}`,
	);
}

function readDays(value: unknown): Set<number> {
	const days = (Array.isArray(value) ? value : [value]).map(Number);
	if (days.length > 0 && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) {
		return new Set(days);
	}
	throw new InvalidInput(
		days.length === 0 ? 'Send Window: Days is empty' : 'Send Window: Days has one that is no day',
		'Choose at least one day. An expression gives numbers from 1 (Monday) to 7 (Sunday).',
	);
}

/** Names that mean wherever n8n runs, which is nobody's time zone. */
const NOT_A_PLACE = new Set(['local', 'system', 'default']);

function readZone(value: unknown, workflowZone: string) {
	const name = String(value ?? '').trim() || workflowZone;
	const zone = Info.normalizeZone(name);
	if (zone.isValid && !NOT_A_PLACE.has(name.toLowerCase())) return zone;
	throw new InvalidInput(
		`Send Window: Time Zone is unknown: ${quote(name)}`,
		`Enter a name of the IANA list, e.g. America/New_York or Europe/Berlin, or leave it empty for the time zone of the workflow. ${CHECK_EXPRESSION}`,
	);
}
