/** Bars of a waveform; parts.css gives each of them and each gap two pixels. */
export const BARS = 44;

/** A sound whose loudest bar is below that is silence, which is not to be blown up. */
const SILENCE = 0.002;
/** Lifts what is quiet beside what is loud, about as ears do. */
const EXPONENT = 0.8;

/**
 * How loud a sound is, bar by bar.
 *
 * @param channels samples from -1 to 1
 * @returns for each bar from 0 (silence) to 1 (as loud as it gets)
 */
export function barsOf(channels: readonly Float32Array[], count = BARS): number[] {
	const length = Math.max(0, ...channels.map((samples) => samples.length));
	const loudness = Array.from({ length: count }, (_, bar) => {
		const from = Math.floor((bar * length) / count);
		const to = Math.floor(((bar + 1) * length) / count);
		return Math.max(0, ...channels.map((samples) => rms(samples, from, to)));
	});
	const loudest = Math.max(...loudness);
	return loudness.map((value) => (loudest < SILENCE ? 0 : (value / loudest) ** EXPONENT));
}

/** The root of the mean square of some samples. */
function rms(samples: Float32Array, from: number, to: number): number {
	let sum = 0;
	for (let at = from; at < to; at++) sum += (samples[at] ?? 0) ** 2;
	return to > from ? Math.sqrt(sum / (to - from)) : 0;
}
