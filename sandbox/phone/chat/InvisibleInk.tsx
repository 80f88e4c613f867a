import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** A message that shows only when it is asked to. */
export function InvisibleInk({ children }: { children: ComponentChildren }) {
	const isShown = useSignal(false);
	return (
		<div class="ink" data-shown={isShown.value}>
			<div class="ink-content" inert={!isShown.value}>
				{children}
			</div>
			{!isShown.value && (
				<button type="button" class="ink-cover" onClick={() => (isShown.value = true)}>
					<span>Tap to reveal</span>
				</button>
			)}
		</div>
	);
}
