import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { firstNameOf, onArrival } from '../lib/store.mts';
import { preview } from '../lib/preview.mts';

/** Reads out what arrives in the open chat; the transcript itself is silent, since it is redrawn. */
export function Announcer({ chatId, me }: { chatId: string; me: string }) {
	const said = useSignal('');
	useEffect(
		() =>
			onArrival((messages) => {
				const texts = messages
					.filter((message) => message.chatId === chatId && message.from !== me)
					.map((message) => `${firstNameOf(message.from)}: ${preview(message)}`);
				if (texts.length > 0) said.value = texts.slice(-3).join('. ');
			}),
		[chatId, me],
	);
	return (
		<p class="hidden" role="status">
			{said.value}
		</p>
	);
}
