import { useSignal } from '@preact/signals';
import type { DeliveryView } from '../../live/view.mts';
import { count, elapsed, exactTime } from '../lib/format.mts';
import { openChat } from '../lib/route.mts';
import { deliveries, subscriptions } from '../lib/store.mts';
import { kindOfUrl, pathOf } from '../lib/webhookUrl.mts';
import { Details } from './Details.tsx';
import { Filter } from './Filter.tsx';
import { Status } from './Status.tsx';

/** Every event on its way to every webhook, the newest first. */
export function Deliveries() {
	const sought = useSignal('');
	const here = useSignal(false);
	const wanted = sought.value.trim().toLowerCase();
	const list = [...deliveries.value.values()]
		.filter(
			(delivery) =>
				(!here.value || delivery.chatId === openChat.value) &&
				`${delivery.eventType} ${delivery.targetUrl}`.toLowerCase().includes(wanted),
		)
		.sort((one, other) => other.number - one.number);
	return (
		<>
			<Filter sought={sought} here={here} label="Filter events" />
			{list.length === 0 && (
				<p class="empty">
					{subscriptions.value.size === 0
						? 'No webhooks yet. Switch a workflow with a Linq Trigger on, and it registers one.'
						: 'Nothing has been delivered yet. Text in, and it appears here.'}
				</p>
			)}
			<ul class="log" aria-label="Deliveries">
				{list.map((delivery) => (
					<Entry key={delivery.id} delivery={delivery} />
				))}
			</ul>
		</>
	);
}

function Entry({ delivery }: { delivery: DeliveryView }) {
	const { tries, state } = delivery;
	const last = tries.at(-1);
	const kind = kindOfUrl(delivery.targetUrl);
	return (
		<li>
			<Details
				kind="deliveries"
				number={delivery.number}
				mark={`${state}${tries.length}`}
				summary={
					<>
						<span class="log-name">{delivery.eventType}</span>
						<Status
							tone={state === 'delivered' ? 'good' : state === 'failed' ? 'bad' : 'open'}
							text={outcome(delivery)}
						/>
						<span class="log-more">
							<time dateTime={delivery.createdAt}>{exactTime(delivery.createdAt)}</time>
							{last && <span>{elapsed(last.ms)}</span>}
							{tries.length > 1 && <span>{count(tries.length, 'try', 'tries')}</span>}
							<span class="log-target">{pathOf(delivery.targetUrl)}</span>
						</span>
						{kind && kind.name !== 'Production URL' && (
							<span class="log-marks">
								<span class="mark warn">{kind.name}</span>
							</span>
						)}
					</>
				}
			>
				<h4>Tries</h4>
				{tries.length === 0 && <p>On its way …</p>}
				<ol class="tries">
					{tries.map(({ at, status, error, ms }, index) => (
						<li key={index}>
							<time dateTime={at}>{exactTime(at)}</time> {status ?? error} after {elapsed(ms)}
						</li>
					))}
				</ol>
			</Details>
		</li>
	);
}

function outcome({ state, tries }: DeliveryView): string {
	const last = tries.at(-1);
	if (!last) return 'Sending';
	const answer = last.status === null ? (last.error ?? 'No answer') : String(last.status);
	if (state === 'delivered') return answer;
	if (state === 'pending') return `${answer}, will retry`;
	return last.status !== null && last.status >= 400 && last.status < 500
		? `Refused ${answer}`
		: `Gave up ${answer}`;
}
