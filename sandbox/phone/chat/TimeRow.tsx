import { dayName, timeOfDay } from '../lib/format.mts';
import type { Row } from '../lib/rows.mts';

/** The time between two groups of bubbles, and what they go over where that is new. */
export function TimeRow({ row }: { row: Extract<Row, { kind: 'time' }> }) {
	return (
		<p class="time-row">
			{row.service !== null && <span class="service">{row.service}</span>}
			<time dateTime={row.at}>
				<b>{dayName(row.at, Date.now())}</b> {timeOfDay(row.at)}
			</time>
		</p>
	);
}
