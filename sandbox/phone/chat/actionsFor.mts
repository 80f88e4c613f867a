import { signal } from '@preact/signals';

/** The part of a message whose actions are open, and where its button is. */
export const actionsFor = signal<{
	messageId: string;
	partIndex: number;
	at: { left: number; right: number; top: number; bottom: number };
	/** The finger that holds them open until it is lifted. */
	finger?: number;
} | null>(null);
