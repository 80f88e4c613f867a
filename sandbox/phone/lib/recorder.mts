import { Problem } from './act.mts';

/** A voice note that is being recorded. */
export interface Recording {
	/** Ends it and gives it as WAV, which Linq takes, unlike what most browsers record. */
	finish(): Promise<Blob>;
	/** Throws it away. */
	cancel(): void;
}

export const canRecord = (): boolean =>
	typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator;

/**
 * Starts to record.
 *
 * @throws Problem where there is no microphone or it may not be used
 */
export async function record(): Promise<Recording> {
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: true });
	} catch {
		throw new Problem('The browser gives no microphone. Choose an audio file instead.');
	}
	const recorder = new MediaRecorder(stream);
	const pieces: Blob[] = [];
	recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
	const ended = new Promise<void>((resolve) =>
		recorder.addEventListener('stop', () => resolve(), { once: true }),
	);
	const stop = async () => {
		recorder.stop();
		await ended;
		for (const track of stream.getTracks()) track.stop();
	};
	recorder.start();
	return {
		finish: async () => {
			await stop();
			return await toWav(new Blob(pieces, { type: recorder.mimeType }));
		},
		cancel: () => void stop(),
	};
}

const BYTES_A_SAMPLE = 2;
const HEADER_BYTES = 44;

/** Decodes what the browser recorded and writes it as 16-bit mono WAV. */
async function toWav(recorded: Blob): Promise<Blob> {
	const context = new AudioContext();
	try {
		const audio = await context.decodeAudioData(await recorded.arrayBuffer());
		return wav(audio.getChannelData(0), audio.sampleRate);
	} catch {
		throw new Problem('Nothing was recorded.');
	} finally {
		await context.close();
	}
}

function wav(samples: Float32Array, rate: number): Blob {
	const size = samples.length * BYTES_A_SAMPLE;
	const view = new DataView(new ArrayBuffer(HEADER_BYTES + size));
	const text = (at: number, letters: string) => {
		for (const [index, letter] of [...letters].entries()) {
			view.setUint8(at + index, letter.charCodeAt(0));
		}
	};
	text(0, 'RIFF');
	view.setUint32(4, HEADER_BYTES - 8 + size, true);
	text(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, rate, true);
	view.setUint32(28, rate * BYTES_A_SAMPLE, true);
	view.setUint16(32, BYTES_A_SAMPLE, true);
	view.setUint16(34, 8 * BYTES_A_SAMPLE, true);
	text(36, 'data');
	view.setUint32(40, size, true);
	for (const [index, sample] of samples.entries()) {
		const bounded = Math.max(-1, Math.min(1, sample));
		view.setInt16(HEADER_BYTES + index * BYTES_A_SAMPLE, bounded * 0x7fff, true);
	}
	return new Blob([view.buffer], { type: 'audio/x-wav' });
}
