import { useSignal } from '@preact/signals';
import type { RequestView } from '../../live/view.mts';
import { elapsed, exactTime } from '../lib/format.mts';
import { openChat } from '../lib/route.mts';
import { requests } from '../lib/store.mts';
import { Details } from './Details.tsx';
import { Filter } from './Filter.tsx';
import { Status, type Tone } from './Status.tsx';

/** Every request to the API with its answer, the newest first. */
export function Requests() {
	const sought = useSignal('');
	const here = useSignal(false);
	const wanted = sought.value.trim().toLowerCase();
	const list = [...requests.value.values()]
		.filter(
			(request) =>
				(!here.value || request.chatId === openChat.value) &&
				`${request.method} ${request.path} ${request.operationId ?? ''} ${request.idempotencyKey ?? ''}`
					.toLowerCase()
					.includes(wanted),
		)
		.sort((one, other) => other.number - one.number);
	return (
		<>
			<Filter sought={sought} here={here} label="Filter requests" />
			{list.length === 0 && (
				<p class="empty">No requests yet. What your workflow asks of Linq appears here.</p>
			)}
			<ul class="log" aria-label="Requests">
				{list.map((request) => (
					<Entry key={request.id} request={request} />
				))}
			</ul>
		</>
	);
}

function Entry({ request }: { request: RequestView }) {
	return (
		<li>
			<Details
				kind="requests"
				number={request.number}
				mark={`${request.status}${request.fault ?? ''}`}
				summary={
					<>
						<span class="log-name">{request.operationId ?? 'Unknown operation'}</span>
						<Status tone={toneOf(request)} text={answerOf(request)} />
						<span class="log-more">
							<time dateTime={request.at}>{exactTime(request.at)}</time>
							<span>{elapsed(request.ms)}</span>
							<span class="log-target">
								{request.method} {request.path}
							</span>
						</span>
						{(request.idempotencyKey !== null || request.fault !== null || request.replayed) && (
							<span class="log-marks">
								{request.replayed && <span class="mark">Replayed</span>}
								{request.fault !== null && <span class="mark bad">Fault: {request.fault}</span>}
								{request.fault !== null && request.processed && (
									<span class="mark">Carried out all the same</span>
								)}
								{request.idempotencyKey !== null && (
									<span class="mark key" title={request.idempotencyKey}>
										Key {request.idempotencyKey}
									</span>
								)}
							</span>
						)}
					</>
				}
			/>
		</li>
	);
}

function toneOf({ status, fault }: RequestView): Tone {
	if (status === 0) return fault === null ? 'open' : 'bad';
	return status < 400 ? 'good' : status === 429 ? 'warn' : 'bad';
}

function answerOf({ status, fault }: RequestView): string {
	if (status !== 0) return String(status);
	return fault === null ? 'Open' : 'Cut off';
}
