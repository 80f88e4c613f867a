import type { SubscriptionView } from '../../live/view.mts';
import { count, prettyHandle } from '../lib/format.mts';
import { subscriptions } from '../lib/store.mts';
import { kindOfUrl } from '../lib/webhookUrl.mts';
import { Status } from './Status.tsx';

/** Who is told of what. */
export function Subscriptions() {
	const list = [...subscriptions.value.values()];
	return (
		<>
			{list.length === 0 && (
				<p class="empty">
					No webhooks yet. Switch a workflow with a Linq Trigger on, and it registers one.
				</p>
			)}
			<ul class="cards" aria-label="Webhook subscriptions">
				{list.map((subscription) => (
					<Entry key={subscription.id} subscription={subscription} />
				))}
			</ul>
		</>
	);
}

function Entry({ subscription }: { subscription: SubscriptionView }) {
	const { targetUrl, isActive, events, phoneNumbers, version } = subscription;
	const kind = kindOfUrl(targetUrl);
	return (
		<li class="builder-card">
			<p class="card-head">
				<b>{kind?.name ?? 'Webhook'}</b>
				<Status tone={isActive ? 'good' : 'warn'} text={isActive ? 'Active' : 'Paused'} />
			</p>
			{kind && <p class="hint">{kind.hint}</p>}
			<p class="address">{targetUrl}</p>
			<p class="chips">
				{events.map((event) => (
					<span class="mark" key={event}>
						{event}
					</span>
				))}
			</p>
			<p class="hint">
				{count(events.length, 'event', 'events')} ·{' '}
				{phoneNumbers.length === 0 ? 'All lines' : phoneNumbers.map(prettyHandle).join(', ')} ·
				version {version}
			</p>
		</li>
	);
}
