import { useMemo } from 'preact/hooks';
import { ask } from '../lib/act.mts';

/** Without a key pressed for that long, nobody is typing. */
const IDLE_MS = 5_000;

/** Tells the line when the contact starts and stops typing. */
export function useTyping(chatId: string, me: string): { touch: () => void; stop: () => void } {
	return useMemo(() => {
		let idle: ReturnType<typeof setTimeout> | undefined;
		// Whoever cannot type will be told so when they send.
		const tell = (what: 'start' | 'stop') =>
			void ask('POST', `/typing/${what}`, { chat_id: chatId, from: me }).catch(() => undefined);
		const stop = () => {
			if (idle === undefined) return;
			clearTimeout(idle);
			idle = undefined;
			tell('stop');
		};
		const touch = () => {
			if (idle === undefined) tell('start');
			clearTimeout(idle);
			idle = setTimeout(stop, IDLE_MS);
		};
		return { touch, stop };
	}, [chatId, me]);
}
