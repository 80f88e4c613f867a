/** Samples that are not compressed, or only by a table, as they stand in a file. */
export interface Pcm {
	encoding: 'unsigned' | 'signed' | 'float' | 'alaw' | 'ulaw';
	/** Bytes of one sample. */
	width: number;
	isBigEndian: boolean;
	channels: number;
	/** In Hz. */
	sampleRate: number;
	data: Buffer;
}

/** The highest rate that anything records with; more is a damaged header. */
const HIGHEST_RATE = 768_000;

/** Whether a header's rate can be one. */
export function isRate(sampleRate: number): boolean {
	return sampleRate > 0 && sampleRate <= HIGHEST_RATE;
}

/** How many samples each channel has; what is left of a cut one does not count. */
export function samplesOf({ data, width, channels }: Pcm): number {
	return Math.floor(data.length / (width * channels));
}
