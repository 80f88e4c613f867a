import { BARS } from '../lib/waveform.mts';

interface Props {
	/** From 0 to 1 each; undefined until it is decoded, and where it is not. */
	bars: readonly number[] | undefined;
	/** How many of them have been heard; null before it is played. */
	heard: number | null;
}

const FLAT: readonly number[] = Array<number>(BARS).fill(0);

/** How loud a sound is over its time. It takes the same room before it is known. */
export function Waveform({ bars = FLAT, heard }: Props) {
	return (
		<span class="bars" aria-hidden="true" data-drawn={bars !== FLAT}>
			{bars.map((level, index) => (
				<i
					key={index}
					class={heard === null || index < heard ? 'heard' : ''}
					style={{ '--level': level.toFixed(2) }}
				/>
			))}
		</span>
	);
}
