import type { FileView } from '../../live/view.mts';
import { barsOf } from './waveform.mts';

/** The waveform of a sound. */
export interface Wave {
	bars: readonly number[];
	seconds: number;
}

/** Sounds beyond that are only played: decoded, they would fill the memory. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_MS = 10 * 60_000;

/** At which sounds are decoded, in Hz. */
const RATE = 48_000;

const waves = new Map<string, Wave>();

/** The wave of a file that was decoded before, so that a message that scrolls back into view has it. */
export const knownWave = (id: string): Wave | undefined => waves.get(id);

/** Whether a file is small enough to be decoded. */
export const isDrawn = ({ sizeBytes, durationMs }: FileView): boolean =>
	sizeBytes <= MOST_BYTES && (durationMs ?? 0) <= MOST_MS;

/**
 * The sound of a file, as a browser plays it.
 *
 * @throws Error where the file is gone
 */
export async function fetchSound(id: string): Promise<Blob> {
	const response = await fetch(`/sandbox/files/${id}/sound`);
	if (!response.ok) throw new Error(`No sound: ${response.status}`);
	return await response.blob();
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Decodes a sound and measures how loud it is; one after the other, since each takes memory.
 *
 * @throws Error where this browser cannot decode it
 */
export function drawWave(id: string, sound: Blob): Promise<Wave> {
	const next = last.then(() => decode(sound));
	last = next.catch(() => undefined);
	return next.then((wave) => {
		waves.set(id, wave);
		return wave;
	});
}

async function decode(sound: Blob): Promise<Wave> {
	const context = new OfflineAudioContext(1, 1, RATE);
	const audio = await context.decodeAudioData(await sound.arrayBuffer());
	const channels = Array.from({ length: audio.numberOfChannels }, (_, index) =>
		audio.getChannelData(index),
	);
	return { bars: barsOf(channels), seconds: audio.duration };
}
