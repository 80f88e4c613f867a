import { useEffect, useRef } from 'preact/hooks';
import { play } from '../lib/effects.mts';
import { isUnsettled } from '../lib/rows.mts';
import { transcriptOf } from '../lib/store.mts';

/** As far back as an effect may still be waiting for its message to leave the line. */
const RECENT = 30;

/** Plays the effect of each message that arrives while the chat is open, once. */
export function usePlayedEffects(chatId: string): void {
	const { messages } = transcriptOf(chatId);
	const played = useRef<Set<string>>();
	useEffect(
		() =>
			messages.subscribe((all) => {
				const ready = all
					.slice(-RECENT)
					.filter((message) => message.effect?.name && !isUnsettled(message));
				played.current ??= new Set(ready.map(({ id }) => id));
				for (const { id, effect } of ready) {
					if (played.current.has(id) || !effect) continue;
					played.current.add(id);
					play(id, effect);
				}
			}),
		[messages],
	);
}
