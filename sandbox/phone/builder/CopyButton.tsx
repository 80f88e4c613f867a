import { useSignal } from '@preact/signals';
import { Check, Copy } from '../Icons.tsx';
import { attempt } from '../lib/act.mts';
import { copy } from '../lib/copy.mts';

/** Copies a text, and says so until one turns to something else. */
export function CopyButton({ what, text }: { what: string; text: string }) {
	const isCopied = useSignal(false);
	const forget = () => (isCopied.value = false);
	return (
		<button
			type="button"
			class="copy"
			aria-label={`Copy ${what}`}
			onClick={() =>
				void attempt(async () => {
					await copy(text, 'Select the text and copy it by hand.');
					isCopied.value = true;
				})
			}
			onBlur={forget}
			onPointerLeave={forget}
		>
			{isCopied.value ? <Check /> : <Copy />}
			<span role="status">{isCopied.value ? 'Copied' : 'Copy'}</span>
		</button>
	);
}
