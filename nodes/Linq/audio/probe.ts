import type { AudioFile, AudioInfo } from './audioInfo';
import { asBuffer } from './bytes';
import { readAdts } from './containers/adts';
import { readAiff } from './containers/aiff';
import { readAmr } from './containers/amr';
import { readAu } from './containers/au';
import { readCaf } from './containers/caf';
import { readFlac } from './containers/flac';
import { afterId3, readMp3 } from './containers/mp3';
import { readMp4 } from './containers/mp4';
import { readOgg } from './containers/oggAudio';
import { readW64, readWav } from './containers/wav';
import { readWebm } from './containers/webmAudio';

/**
 * Identifies an audio file by its bytes alone: container, codec, channels, rate, and the length where
 * it is known, counted in packets or frames where the header may lie. Never throws; time and memory
 * are linear in the file's size.
 *
 * Files with moving pictures and sound are described too (`hasVideo`).
 *
 * @param bytes the whole file; of a part, the length is that of the part
 * @returns undefined if it is not a known kind of audio file
 */
export function probe(bytes: Uint8Array): AudioInfo | undefined {
	const audio = readAudio(bytes);
	if (!audio) return undefined;
	const { container, codec, channels, sampleRate, samples, hasVideo } = audio;
	return { container, codec, channels, sampleRate, samples, hasVideo };
}

/** Length in seconds, if it is known. */
export function secondsOf({ samples, sampleRate }: AudioInfo): number | undefined {
	return samples === undefined || !sampleRate ? undefined : samples / sampleRate;
}

/** As probe(), with what the sound can be taken out of. */
export function readAudio(bytes: Uint8Array): AudioFile | undefined {
	const file = asBuffer(bytes);
	const frames = afterId3(file);
	return (
		readOgg(file) ??
		readWebm(file) ??
		readWav(file) ??
		readW64(file) ??
		readAiff(file) ??
		readAu(file) ??
		readCaf(file) ??
		readMp4(file) ??
		readAmr(file) ??
		readFlac(file) ??
		// Only a few bits tell these from anything else, so they come last.
		readAdts(file, frames) ??
		readMp3(file, frames)
	);
}
