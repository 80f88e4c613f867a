import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FileView } from '../../live/view.mts';
import { Pause, Play } from '../Icons.tsx';
import { duration, spokenDuration } from '../lib/format.mts';
import { drawWave, fetchSound, isDrawn, knownWave, type Wave } from '../lib/sound.mts';
import { BARS } from '../lib/waveform.mts';
import { Waveform } from './Waveform.tsx';

interface Props {
	file: FileView;
	/** Called where this browser cannot play it. */
	onFail: () => void;
}

/** The one that plays: another one that begins ends it. */
let current: HTMLAudioElement | null = null;

/** A voice note: play, how it sounds, how far, how long. */
export function AudioPlayer({ file, onFail }: Props) {
	const audio = useRef<HTMLAudioElement>(null);
	const wave = useSignal<Wave | undefined>(knownWave(file.id));
	const isPlaying = useSignal(false);
	const at = useSignal(0);
	const load = useSound(file, wave, onFail);
	const length = wave.value?.seconds ?? (file.durationMs ?? 0) / 1_000;
	const heard = useComputed(() =>
		at.value === 0 ? null : Math.round((at.value / (length || 1)) * BARS),
	);
	// So that the text changes once a second, and the bars one by one.
	const clock = useComputed(() => (at.value === 0 ? null : duration(at.value)));

	const toggle = async () => {
		const { current: element } = audio;
		if (!element) return;
		if (!element.paused) {
			element.pause();
			return;
		}
		try {
			if (!element.src) element.src = await load();
			await element.play();
		} catch (error) {
			// Whoever stops it before it has begun does not say that it fails.
			if (!(error instanceof DOMException && error.name === 'AbortError')) onFail();
		}
	};
	const follow = () => {
		at.value = audio.current?.currentTime ?? 0;
		if (isPlaying.value) requestAnimationFrame(follow);
	};
	const seek = async (seconds: number) => {
		const { current: element } = audio;
		if (!element) return;
		try {
			if (!element.src) element.src = await load();
			element.currentTime = seconds;
			at.value = seconds;
		} catch {
			onFail();
		}
	};

	return (
		<div class="bubble voice" role="group" aria-label={`Voice note, ${spokenDuration(length)}`}>
			<audio
				ref={audio}
				onPlay={({ currentTarget }) => {
					if (current !== currentTarget) current?.pause();
					current = currentTarget;
					isPlaying.value = true;
					follow();
				}}
				onPause={() => (isPlaying.value = false)}
				onEnded={({ currentTarget }) => {
					currentTarget.currentTime = 0;
					at.value = 0;
				}}
				onError={onFail}
			/>
			<button
				type="button"
				class="play"
				aria-label={isPlaying.value ? 'Pause the voice note' : 'Play the voice note'}
				onClick={() => void toggle()}
			>
				{isPlaying.value ? <Pause /> : <Play />}
			</button>
			<span class="wave">
				<Waveform bars={wave.value?.bars} heard={heard.value} />
				<input
					type="range"
					min={0}
					max={length || 1}
					step={(length || 1) / BARS}
					value={((heard.value ?? 0) * length) / BARS}
					aria-label="Place in the voice note"
					aria-valuetext={`${clock.value ?? '0:00'} of ${duration(length)}`}
					onInput={({ currentTarget }) => void seek(Number(currentTarget.value))}
				/>
			</span>
			<span class="length">{clock.value ?? duration(length)}</span>
		</div>
	);
}

/**
 * Fetches the sound of a file and draws its wave as soon as it is shown, or only to be played where
 * it is too large or its wave is known.
 *
 * @returns gives an address to play it from, as long as it is shown
 */
function useSound(
	file: FileView,
	wave: { value: Wave | undefined },
	onFail: () => void,
): () => Promise<string> {
	const loaded = useRef<Promise<string>>();
	const load = () => {
		loaded.current ??= fetchSound(file.id).then((sound) => {
			if (isDrawn(file) && !wave.value) {
				drawWave(file.id, sound).then((drawn) => (wave.value = drawn), onFail);
			}
			return URL.createObjectURL(sound);
		});
		return loaded.current;
	};
	useEffect(() => {
		if (isDrawn(file) && !wave.value) load().catch(onFail);
		return () => {
			loaded.current?.then(
				(url) => URL.revokeObjectURL(url),
				() => undefined,
			);
		};
	}, []);
	return load;
}
