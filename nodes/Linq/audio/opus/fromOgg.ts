import { firstPacket, OggPages } from '../containers/ogg';
import type { OpusAudio } from './opusAudio';
import { readOpusHead, TOO_MANY_CHANNELS } from './opusHead';
import { OpusStream } from './opusStream';
import { PacketList } from './packetList';

/**
 * Takes the packets out of Opus in Ogg (RFC 7845). Linear in the file's size.
 *
 * - Of several streams side by side the first one with Opus is taken.
 * - Streams one after the other (files that were put together, recordings of radio) are joined. What
 *   a player would cut between them can be cut only in whole packets: at a joint, some milliseconds
 *   more are heard, and the length counts them.
 * - Pages with wrong checksums and packets that are not whole are left out and counted, and the
 *   length is that of the packets that are left. So a file that was cut off ends with its last whole
 *   packet.
 *
 * @param file that begins with an Ogg page
 * @returns nothing if there is no Opus in it
 */
export function opusFromOgg(file: Buffer): OpusAudio | undefined {
	const pages = new OggPages(file);
	const packets = new PacketList(file);
	let audio: OpusAudio | undefined;
	let stream: OpusStream | undefined;
	let serial = 0;
	let isBeginning = true;

	const endStream = () => {
		if (!audio || !stream) return;
		stream.end();
		audio.remainder = packets.dropCut(stream.trimmed);
		audio.lost += stream.lost;
		stream = undefined;
	};

	for (const page of pages) {
		if (page.begins) {
			const head = readOpusHead(firstPacket(file, page));
			// All streams that run side by side begin before any of them goes on.
			if (!head || (stream && isBeginning)) continue;
			endStream();
			isBeginning = true;
			audio ??= { channels: head.channels, packets, priming: 0, remainder: 0, lost: 0 };
			if (!head.isPlain) audio.problem = TOO_MANY_CHANNELS;
			if (packets.length === 0) audio.priming = head.preSkip;
			audio.channels = Math.max(audio.channels, head.channels);
			stream = new OpusStream(file, packets, page);
			serial = page.serial;
			continue;
		}
		isBeginning = false;
		if (page.serial === serial) stream?.add(page);
	}
	endStream();

	if (audio) {
		audio.lost += pages.damaged;
		if (pages.isHopeless) audio.problem ??= 'is damaged from beginning to end';
	}
	return audio;
}
