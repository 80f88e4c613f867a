import type { Locator } from 'playwright-core';
import type { Phone } from './phone.mts';

/** The parts of an audio element that tests read; its type does not exist where they are compiled. */
interface Player {
	currentTime: number;
	duration: number;
	paused: boolean;
}

/** The bubbles of all voice notes of the chat, the oldest first. */
export const voiceNotes = (phone: Phone): Locator =>
	phone.feed.getByRole('group', { name: /^Voice note/ });

/** The state of a note's sound; times in seconds. */
export const player = (note: Locator): Promise<Player> =>
	note
		.locator('audio')
		.evaluate(({ currentTime, duration, paused }: Player) => ({ currentTime, duration, paused }));

/** Waits until a note has been heard up to a time, in seconds. */
export async function heard(note: Locator, seconds: number): Promise<Player> {
	for (;;) {
		const state = await player(note);
		if (state.currentTime >= seconds) return state;
		await note.page().evaluate('new Promise(requestAnimationFrame)');
	}
}
