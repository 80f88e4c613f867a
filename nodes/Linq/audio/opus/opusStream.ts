import type { OggPage } from '../containers/ogg';
import { hasText } from '../bytes';
import type { PacketList } from './packetList';

/**
 * One stream of Opus in an Ogg file: puts its packets together and keeps account of where its pages
 * say they are (RFC 7845, section 4).
 */
export class OpusStream {
	/** Samples at the end that are not played. */
	trimmed = 0;
	/** Parts of packets whose rest is missing, and packets that are none. */
	lost = 0;
	/** How many samples its packets have. */
	samples = 0;

	/** The last page's number. */
	#sequence: number;
	/** Starts and ends of what has come so far of a packet that goes on on the next page. */
	#begun: number[] = [];
	/** Whether the tags, which follow the header, have been passed. */
	#hasTags = false;
	/** Where the last page ends in time; 0 before the first one, whatever time the stream begins at. */
	#position = 0;
	/** Samples since then. */
	#due = 0;

	constructor(
		private readonly file: Buffer,
		private readonly packets: PacketList,
		first: OggPage,
	) {
		this.#sequence = first.sequence;
	}

	add(page: OggPage): void {
		const follows = page.sequence === (this.#sequence + 1) >>> 0;
		this.#sequence = page.sequence;
		if (this.#begun.length > 0 && !(follows && page.isContinued)) {
			this.#begun = [];
			this.lost++;
		}
		const before = this.samples;
		this.#takePackets(page);
		if (!page.isCut) this.#keepTime(page, this.samples - before);
	}

	/** Says that nothing follows. */
	end(): void {
		if (this.#begun.length > 0) this.lost++;
	}

	#takePackets(page: OggPage): void {
		const { file } = this;
		let isRest = page.isContinued && this.#begun.length === 0;
		let start = page.bodyAt;
		let at = start;
		for (let place = page.sizesAt; place < page.bodyAt; place++) {
			const size = file.readUInt8(place);
			at += size;
			if (at > page.end) {
				this.lost++;
				this.#begun = [];
				return;
			}
			if (size === 255) continue;
			if (isRest) this.lost += this.#hasTags ? 1 : 0;
			else this.#take([...this.#begun, start, at]);
			isRest = false;
			this.#begun = [];
			start = at;
		}
		if (at > start && !isRest) this.#begun.push(start, at);
	}

	#take(pieces: number[]): void {
		const [start = 0] = pieces;
		if (!this.#hasTags) {
			this.#hasTags = true;
			if (hasText(this.file, start, 'OpusTags')) return;
		}
		const samples = this.packets.add(pieces);
		this.samples += samples;
		if (samples === 0) this.lost++;
	}

	/**
	 * The last page may say that fewer samples are played than its packets have. Where a page says
	 * more, something is missing before it, and the sound closes up.
	 */
	#keepTime(page: OggPage, samples: number): void {
		this.#due += samples;
		if (page.granule === undefined || samples === 0) return;
		const missing = this.#position + this.#due - page.granule;
		if (page.ends && missing > 0) this.trimmed = Math.min(missing, samples);
		this.#position = page.granule;
		this.#due = 0;
	}
}
