import { InvalidInput } from '../../shared/errors/invalidInput';
import { fileTypeOf } from '../files/fileType';
import type { AudioFile } from './audioInfo';
import { playedSamples } from './opus/opusAudio';
import { opusToCaf } from './opus/toCaf';
import { pcmToWav } from './pcm/toWav';
import { readAudio, secondsOf } from './probe';

/** A file that Linq takes as a voice memo (contract/behaviour.md, section 8). */
export interface VoiceFile {
	/** The bytes that were given where nothing had to be done. */
	bytes: Uint8Array;
	/** As Linq calls it (contract/openapi.yaml, SupportedContentType). */
	contentType: string;
	/** For its name, without a dot. */
	extension: string;
	/** Length, where it can be told. */
	seconds?: number;
	/** The change made: none; repacked into CAF unchanged; rewritten as 16-bit WAV. */
	change: 'none' | 'repacked' | 'rewritten';
	/** How many damaged parts of the file were left out; 0 for what was not repacked. */
	lost: number;
}

interface Target {
	contentType: string;
	extension: string;
}

const CAF: Target = { contentType: 'audio/x-caf', extension: 'caf' };
const WAV: Target = { contentType: 'audio/x-wav', extension: 'wav' };
const M4A: Target = { contentType: 'audio/x-m4a', extension: 'm4a' };

/** Formats sent unchanged, by container, or by container and codec. */
const TAKEN: Readonly<Record<string, Target>> = {
	mp3: { contentType: 'audio/mpeg', extension: 'mp3' },
	aac: { contentType: 'audio/aac', extension: 'aac' },
	amr: { contentType: 'audio/amr', extension: 'amr' },
	caf: CAF,
	'mp4 aac': M4A,
	'mp4 alac': M4A,
	'wav plain': WAV,
	'aiff plain': { contentType: 'audio/x-aiff', extension: 'aiff' },
};

const TAKEN_IN_WORDS =
	'Linq takes MP3, M4A, AAC, CAF, WAV, AIFF and AMR; Opus in Ogg or WebM, and PCM, are brought into that form.';

/** Where the usual makers of speech have the setting. */
const WAY_OUT =
	'Let the step that makes the audio give MP3 or M4A. OpenAI: Response Format "mp3" or "aac". ElevenLabs: output format "mp3_44100_128". Google: audio encoding "MP3". Azure: output format "audio-24khz-96kbitrate-mono-mp3".';

/**
 * Brings audio into a form that Linq takes as a voice memo, without encoding it anew.
 *
 * - MP3, M4A, AAC, CAF, AMR, plain WAV and AIFF stay as they are.
 * - Opus in Ogg or WebM becomes Opus in CAF, with the same packets and the right length; see
 *   opusFromOgg(), opusFromWebm() and opusToCaf().
 * - Samples in other containers or of other kinds (24 bits, float, A-law, WAV whose sizes were never
 *   filled in, AIFC, AU, PCM in CAF) become a WAV file of 16 bits.
 *
 * Synchronous, linear in time: some 10 MB, the most that Linq takes, cost tens of milliseconds. Beside
 * the file and the result it holds five to ten bytes for each packet.
 *
 * @param bytes the whole file
 * @param label what the user knows it by, such as the name of the field
 * @throws InvalidInput when it is not audio, is damaged beyond use, or would have to be encoded anew
 */
export function repack(bytes: Uint8Array, label: string): VoiceFile {
	const audio = readAudio(bytes);
	if (!audio) throw notAudio(bytes, label);
	const { container, opus, pcm } = audio;
	const seconds = secondsOf(audio);

	if (opus && (container === 'ogg' || container === 'webm')) {
		if (opus.problem) throw new InvalidInput(`${label} ${opus.problem}`, WAY_OUT);
		if (playedSamples(opus) === 0) {
			throw new InvalidInput(
				`${label} has no sound`,
				'The file is empty or damaged. Check the step that makes it.',
			);
		}
		return { bytes: opusToCaf(opus), ...CAF, seconds, change: 'repacked', lost: opus.lost };
	}
	const target = takenAsIs(audio);
	if (target) return { bytes, ...target, seconds, change: 'none', lost: 0 };
	if (pcm) {
		if (pcm.channels > 2) {
			throw new InvalidInput(
				`${label} has ${pcm.channels} channels, but a voice memo is mono or stereo`,
				WAY_OUT,
			);
		}
		return { bytes: pcmToWav(pcm), ...WAV, seconds, change: 'rewritten', lost: 0 };
	}
	throw new InvalidInput(
		audio.hasVideo
			? `${label} is a video, not a voice memo`
			: `${label} is ${inWords(audio)}, which cannot be sent as a voice memo without encoding it anew`,
		audio.hasVideo ? 'Send it as a file of a message instead.' : `${TAKEN_IN_WORDS} ${WAY_OUT}`,
	);
}

function takenAsIs({ container, codec, hasVideo, isPlainPcm, pcm }: AudioFile): Target | undefined {
	if (hasVideo || (pcm && !isPlainPcm)) return undefined;
	return TAKEN[container] ?? TAKEN[`${container} ${isPlainPcm ? 'plain' : codec}`];
}

function inWords({ container, codec }: AudioFile): string {
	const names: Readonly<Record<string, string>> = {
		flac: 'FLAC',
		vorbis: 'Ogg Vorbis',
		speex: 'Ogg Speex',
	};
	if (codec === 'vorbis' && container === 'webm') return 'Vorbis in WebM';
	return names[codec] ?? `${codec} in ${container.toUpperCase()}`;
}

function notAudio(bytes: Uint8Array, label: string): InvalidInput {
	const type = fileTypeOf(bytes);
	if (type) return new InvalidInput(`${label} is ${type.contentType}, not audio`, TAKEN_IN_WORDS);
	return new InvalidInput(
		`${label} is not an audio file of a known kind`,
		`${TAKEN_IN_WORDS} Raw samples without a header ("pcm" of many speech services) are none of these. ${WAY_OUT}`,
	);
}
