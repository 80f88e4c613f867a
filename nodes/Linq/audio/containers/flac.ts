import type { AudioFile, Container } from '../audioInfo';
import { hasText } from '../bytes';

/** Reads the STREAMINFO of FLAC (RFC 9639, section 8.2), which stands first. */
export function readFlac(
	file: Buffer,
	at = 0,
	container: Container = 'flac',
): AudioFile | undefined {
	if (!hasText(file, at, 'fLaC') || at + 26 > file.length) return undefined;
	const packed = file.readUInt32BE(at + 18);
	const samples = (packed & 0xf) * 2 ** 32 + file.readUInt32BE(at + 22);
	return {
		container,
		codec: 'flac',
		channels: ((packed >>> 9) & 7) + 1,
		sampleRate: packed >>> 12,
		// 0: not known when the file was begun.
		samples: samples || undefined,
	};
}
