import { elementsIn, signedOf, type Element } from '../containers/ebml';
import { ID, readBlock, tracksIn, WebmElements, type Track } from '../containers/webm';
import type { OpusAudio } from './opusAudio';
import { readOpusHead, TOO_MANY_CHANNELS } from './opusHead';
import { OPUS_RATE } from './packet';
import { PacketList } from './packetList';

/**
 * Takes the packets out of Opus in WebM or Matroska (RFC 9559), such as browsers record. Linear in
 * the file's size.
 *
 * The first track with Opus is taken, whatever else there is. What is not whole is left out and
 * counted. A DiscardPadding is kept where the sound ends; in the midst of it there is no place for
 * one in CAF. Recordings put together are joined, as in opusFromOgg().
 *
 * @returns nothing if there is no Opus in it
 */
export function opusFromWebm(file: Buffer): OpusAudio | undefined {
	const elements = new WebmElements(file);
	const packets = new PacketList(file);
	let audio: OpusAudio | undefined;
	let track: Track | undefined;

	const takeBlock = ({ at, end }: Element, discarded: number) => {
		const block = readBlock(file, at, end);
		if (!audio || !block || block.track !== track?.number) return;
		audio.remainder = packets.dropCut(audio.remainder);
		const frames = block.frames ?? [];
		if (frames.length === 0) audio.lost++;
		for (let index = 0; index < frames.length; index += 2) {
			if (packets.add(frames.slice(index, index + 2)) === 0) audio.lost++;
		}
		audio.remainder = Math.max(0, samplesIn(discarded));
	};

	for (const element of elements) {
		const { id, at, end } = element;
		if (id === ID.Tracks) {
			track = opusTrack(file, element);
			if (track) audio = begin(track, packets, audio);
		} else if (id === ID.SimpleBlock) {
			takeBlock(element, 0);
		} else if (id === ID.BlockGroup) {
			let block: Element | undefined;
			let discarded = 0;
			for (const part of elementsIn(file, at, end)) {
				if (part.id === ID.Block) block = part;
				else if (part.id === ID.DiscardPadding) discarded = signedOf(file, part);
			}
			if (block) takeBlock(block, discarded);
		}
	}

	if (audio) {
		audio.remainder = packets.dropCut(audio.remainder);
		audio.lost += elements.damaged;
	}
	return audio;
}

function opusTrack(file: Buffer, tracks: Element): Track | undefined {
	for (const track of tracksIn(file, tracks)) {
		if (track.codec.startsWith('A_OPUS')) return track;
	}
	return undefined;
}

function begin(track: Track, packets: PacketList, before: OpusAudio | undefined): OpusAudio {
	const head = track.setup && readOpusHead(track.setup);
	const channels = head?.channels ?? track.channels;
	const audio = before ?? { channels, packets, priming: 0, remainder: 0, lost: 0 };
	if (packets.length === 0) {
		audio.priming = track.delay === undefined ? (head?.preSkip ?? 0) : samplesIn(track.delay);
	}
	audio.channels = Math.max(audio.channels, channels);
	if (head ? !head.isPlain : channels > 2) audio.problem = TOO_MANY_CHANNELS;
	if (track.isWrapped) audio.problem = 'is compressed a second time, or encrypted';
	return audio;
}

/** No more than CAF has room for. */
function samplesIn(nanoseconds: number): number {
	return Math.min(2 ** 31 - 1, Math.round((nanoseconds * OPUS_RATE) / 1e9));
}
