import { problem } from './lib/act.mts';
import { Close } from './Icons.tsx';

/** What cannot be done, in a sentence, until it is put away. */
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
