import type { AudioFile } from '../audioInfo';
import { opusFromWebm } from '../opus/fromWebm';
import { playedSamples } from '../opus/opusAudio';
import { OPUS_RATE } from '../opus/packet';
import { elementsIn, fractionOf, unsignedOf, type Element } from './ebml';
import { ID, tracksIn, WebmElements } from './webm';

const VIDEO = 1;
const AUDIO = 2;
const DEFAULT_SCALE = 1_000_000;

const CODECS: Readonly<Record<string, string>> = {
	A_VORBIS: 'vorbis',
	A_FLAC: 'flac',
	A_AAC: 'aac',
	'A_MPEG/L3': 'mp3',
	'A_PCM/INT/LIT': 'pcm',
	'A_PCM/FLOAT/IEEE': 'pcm',
};

/**
 * Reads WebM and Matroska: Opus if there is any, else the first track with sound.
 *
 * @returns nothing if it is none
 */
export function readWebm(file: Buffer): AudioFile | undefined {
	if (file.length < 4 || file.readUInt32BE(0) !== ID.EBML) return undefined;
	let audio: AudioFile | undefined;
	let hasVideo = false;
	let seconds: number | undefined;
	for (const element of new WebmElements(file)) {
		if (element.id === ID.Info) {
			seconds = readSeconds(file, element) ?? seconds;
		} else if (element.id === ID.Tracks) {
			for (const { type, codec, channels, sampleRate } of tracksIn(file, element)) {
				hasVideo ||= type === VIDEO;
				if (type !== AUDIO) continue;
				audio ??= { container: 'webm', codec: CODECS[codec] ?? codec, channels, sampleRate };
			}
			break;
		}
	}
	const opus = opusFromWebm(file);
	if (opus) {
		const { channels } = opus;
		const samples = playedSamples(opus);
		return {
			container: 'webm',
			codec: 'opus',
			channels,
			sampleRate: OPUS_RATE,
			samples,
			hasVideo,
			opus,
		};
	}
	if (!audio) return { container: 'webm', codec: 'unknown', hasVideo };
	if (seconds === undefined || !audio.sampleRate) return { ...audio, hasVideo };
	return { ...audio, hasVideo, samples: Math.round(seconds * audio.sampleRate) };
}

function readSeconds(file: Buffer, info: Element): number | undefined {
	let scale = DEFAULT_SCALE;
	let duration: number | undefined;
	for (const element of elementsIn(file, info.at, info.end)) {
		if (element.id === ID.TimestampScale) scale = unsignedOf(file, element);
		else if (element.id === ID.Duration) duration = fractionOf(file, element);
	}
	const seconds = ((duration ?? 0) * scale) / 1e9;
	return seconds > 0 && Number.isFinite(seconds) ? seconds : undefined;
}
