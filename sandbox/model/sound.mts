import { inspect } from '../files/inspect.mts';

/** Formats that OpenAI's transcription reads, by file extension. */
const READABLE = ['flac', 'm4a', 'mp3', 'mp4', 'mpeg', 'mpga', 'oga', 'ogg', 'wav', 'webm'];

/** Format of the stub's speech; others would need an encoder. */
const SPOKEN = 'mp3';

/** A request that is refused, as OpenAI words it. */
export class UnreadableSound extends Error {}

/**
 * The stub's transcript of a recording: only its length, so the same for the same file.
 *
 * @throws UnreadableSound for a format that OpenAI does not read
 */
export async function heardIn(file: File): Promise<string> {
	const ending = /[^.]*$/.exec(file.name.toLowerCase())?.[0] ?? '';
	if (!READABLE.includes(ending)) {
		throw new UnreadableSound(`Invalid file format. Supported formats: ${READABLE.join(', ')}`);
	}
	const { durationMs } = await inspect(Buffer.from(await file.arrayBuffer()), file.type);
	if (durationMs === null)
		throw new UnreadableSound('Audio file might be corrupted or unsupported');
	return `These are ${Math.round(durationMs / 1000)} seconds of sound.`;
}

/** Seconds that a word takes. */
const WORD = 0.4;

/** One frame of an MP3 file: mono, 44.1 kHz, 32 kbit/s, in which nothing sounds. */
const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0xc0]), Buffer.alloc(100)]);
const SAMPLES_A_FRAME = 1152;
const SAMPLES_A_SECOND = 44_100;

/**
 * Speaks a text: silence, as long as saying it would take.
 *
 * @returns an MP3 file
 * @throws UnreadableSound for another format
 */
export function spoken(text: string, format: string): Buffer {
	if (format !== SPOKEN)
		throw new UnreadableSound(`The sandbox speaks ${SPOKEN} only, no ${format}`);
	const words = text.split(/\s+/).filter((word) => word !== '').length;
	const frames = Math.ceil((Math.max(1, words) * WORD * SAMPLES_A_SECOND) / SAMPLES_A_FRAME);
	return Buffer.concat(Array<Buffer>(frames).fill(FRAME));
}
