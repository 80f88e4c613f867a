import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LaneView } from '../../live/view.mts';
import { nameOf, lanes } from '../lib/store.mts';
import { prettyHandle } from '../lib/format.mts';
import { Status } from './Status.tsx';

/** How many are drawn; a large send has a lane for each recipient. */
const SHOWN = 100;

/** How much each line has sent to each recipient within the window of the rate limit. */
export function Lanes() {
	const now = useSignal(Date.now());
	useEffect(() => {
		const timer = setInterval(() => (now.value = Date.now()), 1_000);
		return () => clearInterval(timer);
	}, []);
	const list = [...lanes.value.values()].sort(
		(one, other) => other.times.length - one.times.length || one.id.localeCompare(other.id),
	);
	return (
		<>
			{list.length === 0 && (
				<p class="empty">
					Nothing was sent lately. Linq takes 30 messages a minute from one line to one recipient.
				</p>
			)}
			<ul class="cards" aria-label="Rate limits">
				{list.slice(0, SHOWN).map((lane) => (
					<Entry key={lane.id} lane={lane} now={now.value} />
				))}
			</ul>
			{list.length > SHOWN && <p class="hint">And {list.length - SHOWN} more.</p>}
		</>
	);
}

function Entry({ lane, now }: { lane: LaneView; now: number }) {
	const { line, recipient, times, limit, windowMs } = lane;
	const used = times.filter((time) => time > now - windowMs);
	const isFull = used.length >= limit;
	const seconds = Math.max(1, Math.ceil(((used[0] ?? now) + windowMs - now) / 1_000));
	return (
		<li class="builder-card">
			<p class="card-head">
				<b>{nameOf(recipient)}</b>
				<Status
					tone={isFull ? 'bad' : 'good'}
					text={isFull ? `Full, next in ${seconds} s` : `${used.length} of ${limit}`}
				/>
			</p>
			<meter
				min={0}
				max={limit}
				high={limit - 1}
				optimum={0}
				value={used.length}
				aria-label={`Messages to ${nameOf(recipient)} in ${windowMs / 1_000} seconds`}
			/>
			<p class="hint">
				from {prettyHandle(line)} in {windowMs / 1_000} s
			</p>
		</li>
	);
}
