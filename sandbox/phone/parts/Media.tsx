import { useSignal } from '@preact/signals';
import type { MediaPart } from '../../wire.mts';
import { File } from '../Icons.tsx';
import { fileSize } from '../lib/format.mts';
import { isStored } from '../lib/storage.mts';
import { AudioPlayer } from './AudioPlayer.tsx';

/** A picture, a video, a voice note, or any other file. */
export function Media({ part }: { part: MediaPart }) {
	const broken = useSignal(false);
	const { url, mime_type: type, filename } = part;
	if (!isStored(url)) return <FileTile part={part} note={`On ${hostOf(url)}, not loaded here`} />;
	if (broken.value) return <FileTile part={part} note="This browser cannot show it" />;
	const fail = () => (broken.value = true);
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
	if (type.startsWith('audio/')) return <AudioPlayer part={part} onFail={fail} />;
	return <FileTile part={part} />;
}

function FileTile({ part, note }: { part: MediaPart; note?: string }) {
	const { url, filename, size_bytes: size, mime_type: type } = part;
	return (
		<a class="bubble file-tile" href={url} target="_blank" rel="noopener noreferrer">
			<File />
			<span>
				<b>{filename}</b>
				<small>
					{note ?? ([kindOf(type), fileSize(size)].filter(Boolean).join(' · ') || 'File')}
				</small>
			</span>
		</a>
	);
}

const kindOf = (type: string): string =>
	type === 'application/pdf' ? 'PDF' : (type.split('/')[1] ?? '');

function hostOf(url: string): string {
	try {
		return new URL(url).host;
	} catch {
		return 'another server';
	}
}
