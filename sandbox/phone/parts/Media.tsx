import { useSignal } from '@preact/signals';
import type { MediaPart } from '../../wire.mts';
import { File, Mic } from '../Icons.tsx';
import { duration, fileSize } from '../lib/format.mts';
import { isStored } from '../lib/storage.mts';
import { files } from '../lib/store.mts';
import { AudioPlayer } from './AudioPlayer.tsx';

/** A picture, a video, a voice note, or any other file. */
export function Media({ part }: { part: MediaPart }) {
	const broken = useSignal(false);
	const { url, mime_type: type, filename } = part;
	if (!isStored(url)) return <FileTile part={part} note={`On ${hostOf(url)}, not loaded here`} />;
	const file = files.value.get(part.id);
	if (!file) return <FileTile part={part} note="Deleted" />;
	const fail = () => (broken.value = true);
	if (type.startsWith('audio/')) {
		if (file.plays && !broken.value) return <AudioPlayer file={file} onFail={fail} />;
		const length = file.durationMs === null ? '' : duration(file.durationMs / 1_000);
		const note = [length, 'This browser cannot play it'].filter(Boolean).join(' · ');
		return <FileTile part={part} note={note} />;
	}
	if (broken.value) return <FileTile part={part} note="This browser cannot show it" />;
	if (type.startsWith('image/')) {
		return (
			<a class="picture" href={url} target="_blank" rel="noopener noreferrer">
				<img src={url} alt={`Picture ${filename}`} onError={fail} />
			</a>
		);
	}
	if (type.startsWith('video/')) {
		return (
			<video
				class="video"
				src={url}
				controls
				preload="metadata"
				aria-label={filename}
				onError={fail}
			/>
		);
	}
	return <FileTile part={part} />;
}

function FileTile({ part, note }: { part: MediaPart; note?: string }) {
	const { url, filename, size_bytes: size, mime_type: type } = part;
	return (
		<a class="bubble file-tile" href={url} target="_blank" rel="noopener noreferrer">
			{type.startsWith('audio/') ? <Mic /> : <File />}
			<span>
				<b>{filename}</b>
				<small>
					{note ?? ([kindOf(type), fileSize(size)].filter(Boolean).join(' · ') || 'File')}
				</small>
			</span>
		</a>
	);
}

const KINDS: Record<string, string> = { 'application/pdf': 'PDF', 'text/vcard': 'Contact' };

const kindOf = (type: string): string => KINDS[type] ?? type.split('/')[1] ?? '';

function hostOf(url: string): string {
	try {
		return new URL(url).host;
	} catch {
		return 'another server';
	}
}
