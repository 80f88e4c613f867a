import { GrowingList } from './growingList';
import { packetSamples, SHORTEST_FRAME } from './packet';

/**
 * The packets of a stream, as places in the file that they come from: a file of ten megabytes may
 * hold millions of them, so there is no object for each, and their bytes are copied only once, at
 * the end.
 */
export class PacketList {
	/** Length of all packets, at 48 kHz. */
	samples = 0;
	/** Size of all packets. */
	bytes = 0;

	/** Start and end of what belongs to packets, in turn; neighbours are one. */
	readonly #ranges = new GrowingList(Uint32Array);
	readonly #sizes = new GrowingList(Uint32Array);
	/** Lengths of the packets, in the shortest frames; a packet has at most 48. */
	readonly #lengths = new GrowingList(Uint8Array);

	constructor(private readonly file: Buffer) {}

	get length(): number {
		return this.#sizes.length;
	}

	size(index: number): number {
		return this.#sizes.at(index);
	}

	samplesOf(index: number): number {
		return this.#lengths.at(index) * SHORTEST_FRAME;
	}

	/**
	 * @param pieces starts and ends, in turn, of the packet's parts in the file
	 * @returns how many samples it lasts; 0 if it is no Opus packet, and then it is left out
	 */
	add(pieces: readonly number[]): number {
		const packet = this.#join(pieces);
		const samples = packetSamples(packet);
		if (samples === 0) return 0;
		for (let index = 0; index < pieces.length; index += 2) {
			this.#addRange(pieces[index] ?? 0, pieces[index + 1] ?? 0);
		}
		this.#sizes.push(packet.length);
		this.#lengths.push(samples / SHORTEST_FRAME);
		this.samples += samples;
		this.bytes += packet.length;
		return samples;
	}

	/** Leaves out the packets at the end of which no sample is played; returns what remains to be cut. */
	dropCut(samples: number): number {
		let cut = samples;
		while (this.length > 0 && cut >= this.samplesOf(-1)) cut -= this.#pop();
		return cut;
	}

	/** Writes the packets one after the other. */
	copyTo(target: Buffer, at: number): void {
		let to = at;
		for (let index = 0; index < this.#ranges.length; index += 2) {
			to += this.file.copy(target, to, this.#ranges.at(index), this.#ranges.at(index + 1));
		}
	}

	#join(pieces: readonly number[]): Uint8Array {
		if (pieces.length === 2) return this.file.subarray(pieces[0], pieces[1]);
		const parts: Buffer[] = [];
		for (let index = 0; index < pieces.length; index += 2) {
			parts.push(this.file.subarray(pieces[index], pieces[index + 1]));
		}
		return Buffer.concat(parts);
	}

	#addRange(start: number, end: number): void {
		if (this.#ranges.length > 0 && this.#ranges.at(-1) === start) {
			this.#ranges.setLast(end);
			return;
		}
		this.#ranges.push(start);
		this.#ranges.push(end);
	}

	#pop(): number {
		const samples = this.samplesOf(-1);
		this.#lengths.pop();
		let size = this.#sizes.pop();
		this.samples -= samples;
		this.bytes -= size;
		while (size > 0) {
			const end = this.#ranges.at(-1);
			const start = this.#ranges.at(-2);
			if (end - start > size) {
				this.#ranges.setLast(end - size);
				size = 0;
			} else {
				size -= end - start;
				this.#ranges.pop();
				this.#ranges.pop();
			}
		}
		return samples;
	}
}
