import { hasText } from '../bytes';

/** The identification header, which WebM has as well (RFC 7845, section 5.1). */
export interface OpusHead {
	channels: number;
	/** Samples at 48 kHz that are decoded and not played. */
	preSkip: number;
	/** Whether all channels are in one stream, so that a packet is a packet anywhere. */
	isPlain: boolean;
}

/**
 * The gain that the header may ask for is not read: CAF has no place for it. Encoders leave it at 0.
 *
 * @returns nothing if these bytes are no such header
 */
export function readOpusHead(packet: Buffer): OpusHead | undefined {
	if (packet.length < 19 || !hasText(packet, 0, 'OpusHead')) return undefined;
	const channels = packet.readUInt8(9);
	if (channels === 0) return undefined;
	const family = packet.readUInt8(18);
	return {
		channels,
		preSkip: packet.readUInt16LE(10),
		isPlain: family === 0 && channels <= 2,
	};
}

/** To be read after the name of the file. */
export const TOO_MANY_CHANNELS = 'has more than two channels, or channels in a special arrangement';
