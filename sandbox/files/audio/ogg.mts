import {
	BufferTarget,
	EncodedAudioPacketSource,
	EncodedPacket,
	OggOutputFormat,
	Output,
} from 'mediabunny';
import type { Caf } from './caf.mts';

/** Opus counts at this rate, whatever the file says. */
const OPUS_RATE = 48_000;

/** Puts the Opus packets of a Core Audio file into Ogg, which browsers play; nothing is decoded. */
export async function toOgg(caf: Caf): Promise<Buffer> {
	const { rate, channels, priming, frames } = caf;
	const output = new Output({ format: new OggOutputFormat(), target: new BufferTarget() });
	const source = new EncodedAudioPacketSource('opus');
	output.addAudioTrack(source);
	await output.start();
	const description = opusHead(channels, Math.round((priming * OPUS_RATE) / rate));
	const decoderConfig = {
		codec: 'opus',
		numberOfChannels: channels,
		sampleRate: OPUS_RATE,
		description,
	};
	// The last packet is shorter by what is not to be heard at the end.
	const end = priming + frames;
	let at = 0;
	for (const packet of caf.packets()) {
		if (at >= end) break;
		if (packet.bytes.length === 0) continue;
		const seconds = Math.min(packet.frames, end - at) / rate;
		await source.add(new EncodedPacket(packet.bytes, 'key', at / rate, seconds), { decoderConfig });
		at += packet.frames;
	}
	await output.finalize();
	return Buffer.from(output.target.buffer ?? new ArrayBuffer(0));
}

/** The identification header (RFC 7845 section 5.1). */
function opusHead(channels: number, preSkip: number): Uint8Array {
	const head = Buffer.alloc(19);
	head.write('OpusHead\x01', 'latin1');
	head.writeUInt8(channels, 9);
	head.writeUInt16LE(preSkip, 10);
	head.writeUInt32LE(OPUS_RATE, 12);
	return head;
}
