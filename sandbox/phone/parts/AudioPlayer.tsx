import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { MediaPart } from '../../wire.mts';
import { Pause, Play } from '../Icons.tsx';
import { duration } from '../lib/format.mts';

interface Props {
	part: MediaPart;
	onFail: () => void;
}

/** A voice note: play, how far, how long. */
export function AudioPlayer({ part, onFail }: Props) {
	const audio = useRef<HTMLAudioElement>(null);
	const isPlaying = useSignal(false);
	const at = useSignal(0);
	const length = useSignal(0);
	const toggle = () => {
		const { current } = audio;
		if (!current) return;
		if (current.paused) current.play().catch(onFail);
		else current.pause();
	};
	return (
		<div class="bubble audio">
			<audio
				ref={audio}
				src={part.url}
				preload="metadata"
				onLoadedMetadata={({ currentTarget }) => (length.value = currentTarget.duration)}
				onDurationChange={({ currentTarget }) => (length.value = currentTarget.duration)}
				onTimeUpdate={({ currentTarget }) => (at.value = currentTarget.currentTime)}
				onPlay={() => (isPlaying.value = true)}
				onPause={() => (isPlaying.value = false)}
				onEnded={() => (at.value = 0)}
				onError={onFail}
			/>
			<button
				type="button"
				class="play"
				aria-label={isPlaying.value ? 'Pause the voice note' : 'Play the voice note'}
				onClick={toggle}
			>
				{isPlaying.value ? <Pause /> : <Play />}
			</button>
			<input
				type="range"
				min={0}
				max={Number.isFinite(length.value) && length.value > 0 ? length.value : 1}
				step="any"
				value={at.value}
				aria-label="Place in the voice note"
				aria-valuetext={`${duration(at.value)} of ${duration(length.value)}`}
				onInput={({ currentTarget }) => {
					if (audio.current) audio.current.currentTime = Number(currentTarget.value);
				}}
			/>
			<span class="length">
				{duration(isPlaying.value ? at.value : Number.isFinite(length.value) ? length.value : 0)}
			</span>
		</div>
	);
}
