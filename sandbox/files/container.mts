import { ALL_FORMATS, BufferSource, Input, Logging, LogLevel } from 'mediabunny';

// Its log messages about files would only distract whoever watches the sandbox.
Logging.level = LogLevel.Silent;

/** Properties that a container of sound and pictures declares. */
export interface Container {
	/** Null where it does not say. */
	durationMs: number | null;
	hasPicture: boolean;
}

/**
 * Reads MP3, MP4 and its kin, AAC, WAV, FLAC, Ogg and WebM.
 *
 * @returns undefined where a file is none of them, or too damaged to be read
 */
export async function readContainer(bytes: Buffer): Promise<Container | undefined> {
	try {
		const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
		const tracks = await input.getTracks();
		if (tracks.length === 0) return undefined;
		return {
			durationMs: Math.round((await input.computeDuration()) * 1_000) || null,
			hasPicture: tracks.some((track) => track.isVideoTrack()),
		};
	} catch {
		// The library throws all sorts of errors at bytes that are not what they seem to be.
		return undefined;
	}
}
