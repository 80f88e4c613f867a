import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Chevron } from '../Icons.tsx';
import { ask, explain } from '../lib/act.mts';
import { connection } from '../lib/store.mts';
import { Code } from './Code.tsx';

interface Props {
	/** Which list of the control side it is in. */
	kind: 'deliveries' | 'requests';
	number: number;
	/** Differs once there is more to tell. */
	mark: string;
	summary: ComponentChildren;
	children?: ComponentChildren;
}

const TITLES: Record<string, string> = {
	payload: 'Payload',
	headers: 'Headers',
	request_body: 'Body',
	response_body: 'Answer',
};

/** An entry that opens; what is in it is fetched then, since bodies can be large. */
export function Details({ kind, number, mark, summary, children }: Props) {
	const isOpen = useSignal(false);
	const content = useSignal<Record<string, unknown> | null>(null);
	const wrong = useSignal<string | null>(null);
	const id = `${kind}-${number}`;
	useEffect(() => {
		if (!isOpen.value) return;
		ask<Record<string, unknown>>('GET', `/${kind}/${number}`).then(
			(answer) => {
				content.value = answer;
				wrong.value = null;
			},
			(error: unknown) => (wrong.value = explain(error)),
		);
	}, [isOpen.value, mark, connection.value]);
	return (
		<>
			<button
				type="button"
				class="log-entry"
				aria-expanded={isOpen.value}
				aria-controls={isOpen.value ? id : undefined}
				onClick={() => (isOpen.value = !isOpen.value)}
			>
				<Chevron />
				{summary}
			</button>
			{isOpen.value && (
				<div class="log-details" id={id}>
					{wrong.value !== null && <p class="wrong">{wrong.value}</p>}
					{children}
					{content.value &&
						Object.entries(TITLES).map(
							([name, title]) =>
								content.value?.[name] !== undefined &&
								content.value[name] !== null && (
									<Code key={name} title={title} value={content.value[name]} />
								),
						)}
				</div>
			)}
		</>
	);
}
