import type { AudioFile } from '../audioInfo';
import { hasText } from '../bytes';

interface Kind {
	mark: string;
	codec: string;
	sampleRate: number;
	/** Bytes of a frame of each type, its header included (RFC 4867, section 5.3). */
	sizes: readonly number[];
}

const KINDS: readonly Kind[] = [
	{
		mark: '#!AMR\n',
		codec: 'amr',
		sampleRate: 8000,
		sizes: [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1],
	},
	{
		mark: '#!AMR-WB\n',
		codec: 'amr-wb',
		sampleRate: 16_000,
		sizes: [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1],
	},
];

/** Reads AMR, narrow and wide. Each frame lasts 20 ms. */
export function readAmr(file: Buffer): AudioFile | undefined {
	const kind = KINDS.find(({ mark }) => hasText(file, 0, mark));
	if (!kind) return undefined;
	const { codec, sampleRate } = kind;
	let frames = 0;
	let at = kind.mark.length;
	while (at < file.length) {
		const size = kind.sizes[(file.readUInt8(at) >> 3) & 0xf] ?? 0;
		at += size;
		if (size === 0 || at > file.length) break;
		frames++;
	}
	return { container: 'amr', codec, channels: 1, sampleRate, samples: (frames * sampleRate) / 50 };
}
