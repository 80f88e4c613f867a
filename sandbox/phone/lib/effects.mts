import { signal } from '@preact/signals';
import type { Effect } from '../../wire.mts';

const BUBBLE = ['slam', 'loud', 'gentle', 'invisible'];

/** The effect that plays now, and on which message. */
export const playing = signal<{ messageId: string; name: string; kind: Effect['type'] } | null>(
	null,
);

const kindOf = (effect: Effect): 'screen' | 'bubble' =>
	effect.type ?? (BUBBLE.includes(effect.name ?? '') ? 'bubble' : 'screen');

export function play(messageId: string, effect: Effect): void {
	if (effect.name) playing.value = { messageId, name: effect.name, kind: kindOf(effect) };
}

/** Ends the effect of a message, unless another one plays by now. */
export function endEffect(messageId: string): void {
	if (playing.value?.messageId === messageId) playing.value = null;
}
