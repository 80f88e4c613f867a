import { effect, signal } from '@preact/signals';
import { chatPath, openChat, side } from './route.mts';
import { chatList, connection } from './store.mts';

/** As in layout.css: from there on, list and phone stand side by side. */
const wide = window.matchMedia('(min-width: 720px)');

/** Opens the last active chat wherever the phone would stand empty beside the list. */
export function openLatest(): void {
	const isWide = signal(wide.matches);
	wide.addEventListener('change', ({ matches }) => (isWide.value = matches));
	effect(() => {
		if (connection.value === 'waiting' || !isWide.value || openChat.value !== null) return;
		const [latest] = chatList.value;
		if (!latest) return;
		if (side.value === 'phone') history.replaceState(null, '', chatPath(latest.id));
		openChat.value = latest.id;
	});
}
