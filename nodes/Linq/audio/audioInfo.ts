import type { OpusAudio } from './opus/opusAudio';
import type { Pcm } from './pcm/pcm';

export type Container =
	| 'aac'
	| 'aiff'
	| 'amr'
	| 'au'
	| 'caf'
	| 'flac'
	| 'mp3'
	| 'mp4'
	| 'ogg'
	| 'w64'
	| 'wav'
	| 'webm';

/** Facts that an audio file gives about itself; unknown ones are left out. */
export interface AudioInfo {
	container: Container;
	/** `opus`, `vorbis`, `speex`, `flac`, `pcm`, `alaw`, `ulaw`, `mp3`, `aac`, `alac`, `amr`; else as the file calls it. */
	codec: string;
	channels?: number;
	/** In Hz. Opus is always played at 48,000. */
	sampleRate?: number;
	/** Length in samples of one channel at `sampleRate`, without what players cut off at both ends. */
	samples?: number;
	/** Whether pictures move in it, too. */
	hasVideo?: boolean;
}

/** An audio file, with what its sound can be taken out of where this library can do that. */
export interface AudioFile extends AudioInfo {
	opus?: OpusAudio;
	pcm?: Pcm;
	/** Whether each player reads it as it stands: whole 8- or 16-bit samples, right sizes, mono or stereo. */
	isPlainPcm?: boolean;
}
