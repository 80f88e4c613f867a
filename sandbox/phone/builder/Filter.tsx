import type { Signal } from '@preact/signals';
import { openChat } from '../lib/route.mts';

interface Props {
	sought: Signal<string>;
	here: Signal<boolean>;
	label: string;
}

/** Narrows a log down by words, or to the open chat. */
export function Filter({ sought, here, label }: Props) {
	return (
		<div class="filter">
			<input
				type="search"
				aria-label={label}
				placeholder={label}
				value={sought.value}
				onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
			/>
			<label>
				<input
					type="checkbox"
					checked={here.value}
					disabled={openChat.value === null}
					onChange={({ currentTarget }) => (here.value = currentTarget.checked)}
				/>
				This chat
			</label>
		</div>
	);
}
