import { readContainer } from '../container.mts';
import { readAiff } from './aiff.mts';
import { amrLength } from './amr.mts';
import { readCaf, type Caf } from './caf.mts';
import { toMp4 } from './mp4.mts';
import { toOgg } from './ogg.mts';
import { hasWavSamples, toWav } from './wav.mts';

/** Properties that an audio file declares. */
export interface Sound {
	/** Null where it does not say, as a damaged one. */
	durationMs: number | null;
	/** Whether {@link playable} has something for a browser. */
	plays: boolean;
}

/** A file as a browser takes it. */
export interface Playable {
	type: string;
	bytes: Buffer;
}

/** How browsers call what they play as it is. */
const BROWSER_NAMES: Record<string, string> = {
	'audio/mpeg': 'audio/mpeg',
	'audio/mp3': 'audio/mpeg',
	'audio/x-m4a': 'audio/mp4',
	'audio/mp4': 'audio/mp4',
	'audio/x-wav': 'audio/wav',
};

/** Most channels of Opus without a table of how they are mapped. */
const MOST_CHANNELS = 2;

/** @param type what the bytes are */
export async function soundOf(bytes: Buffer, type: string): Promise<Sound> {
	try {
		switch (type) {
			case 'audio/x-caf': {
				const caf = readCaf(bytes);
				return { durationMs: milliseconds(caf.frames, caf.rate), plays: isOpus(caf) || isPcm(caf) };
			}
			case 'audio/aiff':
			case 'audio/x-aiff': {
				const { frames, rate, pcm } = readAiff(bytes);
				return {
					durationMs: milliseconds(frames, rate),
					plays: pcm !== undefined && hasWavSamples(pcm),
				};
			}
			case 'audio/amr':
				return { durationMs: amrLength(bytes), plays: false };
			default: {
				const container = await readContainer(bytes);
				const isKnown = type in BROWSER_NAMES || type === 'audio/aac';
				return {
					durationMs: container?.durationMs ?? null,
					plays: isKnown && container !== undefined,
				};
			}
		}
	} catch {
		// Cut or damaged. Nothing says that Linq refuses it, so it only has no length.
		return { durationMs: null, plays: false };
	}
}

/**
 * An audio file as browsers play it: as it is, or its sound in another container. Chromium reads
 * neither Core Audio nor AIFF, and guesses the length of bare AAC; AMR it cannot decode at all.
 *
 * @returns undefined where it has no form that a browser plays
 */
export async function playable(bytes: Buffer, type: string): Promise<Playable | undefined> {
	const name = BROWSER_NAMES[type];
	if (name !== undefined) return { type: name, bytes };
	switch (type) {
		case 'audio/x-caf': {
			const caf = readCaf(bytes);
			if (isOpus(caf)) return { type: 'audio/ogg', bytes: await toOgg(caf) };
			return isPcm(caf) ? { type: 'audio/wav', bytes: toWav(caf) } : undefined;
		}
		case 'audio/aiff':
		case 'audio/x-aiff': {
			const { pcm } = readAiff(bytes);
			return pcm && hasWavSamples(pcm) ? { type: 'audio/wav', bytes: toWav(pcm) } : undefined;
		}
		case 'audio/aac':
			return { type: 'audio/mp4', bytes: await toMp4(bytes) };
		default:
			return undefined;
	}
}

const isOpus = ({ format, channels, frames }: Caf): boolean =>
	format === 'opus' && channels <= MOST_CHANNELS && frames > 0;

const isPcm = (caf: Caf): boolean => caf.format === 'lpcm' && hasWavSamples(caf);

const milliseconds = (frames: number, rate: number): number | null =>
	rate > 0 ? Math.round((frames / rate) * 1_000) : null;
