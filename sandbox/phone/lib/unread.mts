import { signal } from '@preact/signals';
import { openChat, side } from './route.mts';
import { onArrival } from './store.mts';

/** How many messages of the line came into a chat since it was last open. */
export const unread = signal<ReadonlyMap<string, number>>(new Map());

export function countUnread(): void {
	onArrival((messages) => {
		const counts = new Map(unread.value);
		for (const { chatId, outbound } of messages) {
			const seen = chatId === openChat.value && side.value === 'phone' && !document.hidden;
			if (outbound && !seen) counts.set(chatId, (counts.get(chatId) ?? 0) + 1);
		}
		unread.value = counts;
	});
	openChat.subscribe((id) => {
		if (id === null || !unread.peek().has(id)) return;
		const counts = new Map(unread.peek());
		counts.delete(id);
		unread.value = counts;
	});
}
