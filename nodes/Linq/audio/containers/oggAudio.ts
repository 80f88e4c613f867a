import type { AudioFile } from '../audioInfo';
import { hasText } from '../bytes';
import { opusFromOgg } from '../opus/fromOgg';
import { playedSamples } from '../opus/opusAudio';
import { OPUS_RATE } from '../opus/packet';
import { readFlac } from './flac';
import { firstPacket, OggPages } from './ogg';

/**
 * Reads Ogg: Opus if there is any, else the first stream with sound.
 *
 * @returns nothing if it is none
 */
export function readOgg(file: Buffer): AudioFile | undefined {
	if (!hasText(file, 0, 'OggS')) return undefined;
	const opus = opusFromOgg(file);
	if (opus) {
		const { channels } = opus;
		const samples = playedSamples(opus);
		return { container: 'ogg', codec: 'opus', channels, sampleRate: OPUS_RATE, samples, opus };
	}
	let audio: AudioFile | undefined;
	let serial = 0;
	let hasVideo = false;
	for (const page of new OggPages(file)) {
		if (page.begins) {
			const header = firstPacket(file, page);
			hasVideo ||= hasText(header, 0, '\x80theora');
			const found = audio ? undefined : readHeader(header);
			if (!found) continue;
			audio = found;
			serial = page.serial;
		} else if (audio && page.serial === serial) {
			audio.samples = page.granule ?? audio.samples;
		}
	}
	return { ...(audio ?? { container: 'ogg', codec: 'unknown' }), hasVideo };
}

/** The first packet of a stream names its codec. */
function readHeader(header: Buffer): AudioFile | undefined {
	if (hasText(header, 0, '\x01vorbis') && header.length >= 16) {
		const channels = header.readUInt8(11);
		return { container: 'ogg', codec: 'vorbis', channels, sampleRate: header.readUInt32LE(12) };
	}
	if (hasText(header, 0, 'Speex   ') && header.length >= 52) {
		const sampleRate = header.readUInt32LE(36);
		return { container: 'ogg', codec: 'speex', channels: header.readUInt32LE(48), sampleRate };
	}
	if (hasText(header, 0, '\x7fFLAC')) return readFlac(header, 9, 'ogg');
	return undefined;
}
