import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Close, Mic, Stop } from '../Icons.tsx';
import { attempt, Problem, upload } from '../lib/act.mts';
import { duration } from '../lib/format.mts';
import { canRecord, record, type Recording } from '../lib/recorder.mts';
import { Menu } from '../Menu.tsx';

/** Records a voice note, or takes one from a file, and sends it at once. */
export function VoiceNote({ send }: { send: (attachmentId: string) => Promise<void> }) {
	const recording = useSignal<Recording | null>(null);
	const file = useRef<HTMLInputElement>(null);
	useEffect(() => () => recording.value?.cancel(), []);

	const start = () => attempt(async () => (recording.value = await record()));
	const finish = () =>
		attempt(async () => {
			const { value: current } = recording;
			recording.value = null;
			if (!current) return;
			const { attachment_id: id } = await upload(await current.finish(), 'voice-note.wav');
			await send(id);
		});
	const choose = (chosen: File | undefined) =>
		attempt(async () => {
			if (!chosen) return;
			const { attachment_id: id, content_type: type } = await upload(chosen, chosen.name);
			if (!type.startsWith('audio/')) {
				throw new Problem(`${chosen.name} is no audio file. Attach it as a file instead.`);
			}
			await send(id);
		});

	if (recording.value) {
		return (
			<Running
				finish={() => void finish()}
				cancel={() => {
					recording.value?.cancel();
					recording.value = null;
				}}
			/>
		);
	}
	return (
		<>
			<input
				ref={file}
				class="hidden"
				type="file"
				accept="audio/*,.caf,.amr"
				tabIndex={-1}
				aria-label="Audio file to send as a voice note"
				onChange={({ currentTarget }) => {
					void choose(currentTarget.files?.[0]);
					currentTarget.value = '';
				}}
			/>
			<Menu label="Voice note" icon={<Mic />} above>
				{canRecord() && (
					<button type="button" onClick={() => void start()}>
						Record a voice note
					</button>
				)}
				<button type="button" onClick={() => file.current?.click()}>
					Choose an audio file
				</button>
			</Menu>
		</>
	);
}

function Running({ finish, cancel }: { finish: () => void; cancel: () => void }) {
	const seconds = useSignal(0);
	useEffect(() => {
		const timer = setInterval(() => seconds.value++, 1_000);
		return () => clearInterval(timer);
	}, []);
	return (
		<div class="recording" role="group" aria-label="Recording">
			<span class="recording-time">
				<i aria-hidden="true" /> {duration(seconds.value)}
			</span>
			<button
				type="button"
				class="icon-button"
				aria-label="Throw the recording away"
				onClick={cancel}
			>
				<Close />
			</button>
			<button type="button" class="icon-button accent" aria-label="Stop and send" onClick={finish}>
				<Stop />
			</button>
		</div>
	);
}
