import { problem } from './lib/act.mts';
import { Close } from './Icons.tsx';

/** Says in a sentence why an action failed, until it is dismissed. */
export function Problems() {
	return (
		<div class="problems" role="alert">
			{problem.value !== null && (
				<p class="problem">
					<span>{problem.value}</span>
					<button
						type="button"
						class="icon-button"
						aria-label="Put this message away"
						onClick={() => (problem.value = null)}
					>
						<Close />
					</button>
				</p>
			)}
		</div>
	);
}
