import { signal } from '@preact/signals';

export const TABS = ['deliveries', 'requests', 'subscriptions', 'lanes', 'faults'] as const;
export type Tab = (typeof TABS)[number];

/** Narrow windows show one side; wide ones show both. */
export type Side = 'phone' | 'builder';

/** The chat that is open; null shows the list. */
export const openChat = signal<string | null>(null);
export const openTab = signal<Tab>('deliveries');
export const side = signal<Side>('phone');

/** Where a link to a chat leads. */
export const chatPath = (id: string): string => `#/chats/${id}`;
export const tabPath = (tab: Tab): string => `#/builder/${tab}`;

/** Follows the address from now on. */
export function followAddress(): void {
	const read = () => {
		const [, place = '', name = ''] = location.hash.split('/');
		if (place === 'builder') {
			side.value = 'builder';
			openTab.value = TABS.find((tab) => tab === name) ?? openTab.value;
			return;
		}
		side.value = 'phone';
		openChat.value = place === 'chats' && name !== '' ? decodeURIComponent(name) : null;
	};
	window.addEventListener('hashchange', read);
	read();
}

export function goToChat(id: string): void {
	location.hash = chatPath(id);
}
