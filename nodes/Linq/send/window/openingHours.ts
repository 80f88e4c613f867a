import type { Zone } from 'luxon';
import { DateTime } from 'luxon';

/** When messages may be sent: on some days of the week, from one time of the day until another. */
export interface OpeningHours {
	/** Days on which it opens, 1 (Monday) to 7 (Sunday); at least one. */
	days: ReadonlySet<number>;
	/** Minutes after midnight, 0 to 1439. */
	from: number;
	/** Minutes after midnight, 0 to 1440. Not after `from`: it closes on the next day. */
	until: number;
	zone: Zone;
}

/** Days to look ahead. A week has all of them; a clock that is put forward can swallow an hour. */
const DAYS_AHEAD = 15;

/**
 * When it is open next. What counts are the clocks of the zone: a time that is skipped when they are
 * put forward is the one after the gap, and of a time that comes twice the first counts.
 *
 * @param now epoch milliseconds
 * @returns epoch milliseconds, `now` itself while it is open; undefined where it never opens
 */
export function nextOpening(hours: OpeningHours, now: number): number | undefined {
	const today = DateTime.fromMillis(now, { zone: hours.zone }).startOf('day');
	// It may have been open since yesterday.
	for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
		const day = today.plus({ days: ahead });
		if (!hours.days.has(day.weekday)) continue;
		const opens = at(day, hours.from);
		const closes = at(hours.until > hours.from ? day : day.plus({ days: 1 }), hours.until);
		if (now < closes && opens < closes) return Math.max(now, opens);
	}
	return undefined;
}

/** The time that a wall clock shows, rather than a duration since midnight. */
function at(day: DateTime, minutes: number): number {
	if (minutes === 24 * 60) return day.plus({ days: 1 }).toMillis();
	return day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
}
