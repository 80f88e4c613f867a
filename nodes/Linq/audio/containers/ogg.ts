import { hasText } from '../bytes';
import { oggChecksum } from './oggChecksum';

/** One page of an Ogg file (RFC 3533, section 6), as places in the file. */
export interface OggPage {
	/** Which of the streams in the file it belongs to. */
	serial: number;
	/** Its number within the stream. */
	sequence: number;
	/** How much has been played when the page ends; missing if no packet ends on it. */
	granule?: number;
	/** Whether it begins with the rest of a packet. */
	isContinued: boolean;
	/** Whether it is the first, or the last of its stream. */
	begins: boolean;
	ends: boolean;
	/** Where the sizes of its segments stand, and the segments. */
	sizesAt: number;
	bodyAt: number;
	end: number;
	/** Whether the file ends within the page; then its checksum could not be proved. */
	isCut: boolean;
}

const CAPTURE = 'OggS';
const HEADER_SIZE = 27;

/**
 * The pages of an Ogg file, from beginning to end, in time that is linear in the file's size.
 *
 * A page with a wrong checksum is left out, because what is in it would be noise; the search goes
 * on behind it. At the end of the file there may be a page that is cut off, of which whole packets
 * can be used; a page inside the file that only claims to be so long is not taken for one.
 */
export class OggPages {
	/** Pages that were left out so far. */
	damaged = 0;
	/** Whether so much was wrong that the search was given up. */
	isHopeless = false;

	/** How many bytes of pages may turn out wrong. Without a limit, a made-up file takes minutes. */
	#patience: number;

	constructor(private readonly file: Buffer) {
		this.#patience = 4 * file.length;
	}

	*[Symbol.iterator](): Generator<OggPage> {
		const { file } = this;
		let at = file.indexOf(CAPTURE);
		while (at >= 0 && !this.isHopeless) {
			const page = this.#read(at);
			if (page) yield page;
			else this.damaged++;
			at = page && hasText(file, page.end, CAPTURE) ? page.end : this.#next(page?.end ?? at + 4);
		}
	}

	#next(from: number): number {
		return this.file.indexOf(CAPTURE, from);
	}

	#read(at: number): OggPage | undefined {
		const { file } = this;
		if (at + HEADER_SIZE > file.length || file.readUInt8(at + 4) !== 0) return undefined;
		const flags = file.readUInt8(at + 5);
		const sizesAt = at + HEADER_SIZE;
		const bodyAt = sizesAt + file.readUInt8(at + 26);
		if (bodyAt > file.length) return undefined;
		let end = bodyAt;
		for (let place = sizesAt; place < bodyAt; place++) end += file[place] ?? 0;
		const isCut = end > file.length;
		if (isCut ? this.#next(at + 4) >= 0 : !this.#isRight(at, end)) return undefined;
		return {
			serial: file.readUInt32LE(at + 14),
			sequence: file.readUInt32LE(at + 18),
			granule: granuleAt(file, at + 6),
			isContinued: (flags & 1) !== 0,
			begins: (flags & 2) !== 0,
			ends: (flags & 4) !== 0,
			sizesAt,
			bodyAt,
			end: Math.min(end, file.length),
			isCut,
		};
	}

	#isRight(at: number, end: number): boolean {
		const isRight = this.file.readUInt32LE(at + 22) === oggChecksum(this.file.subarray(at, end));
		if (!isRight) {
			this.#patience -= end - at;
			this.isHopeless ||= this.#patience < 0;
		}
		return isRight;
	}
}

/** The first packet of a page, or what of it is on the page. */
export function firstPacket(file: Buffer, page: OggPage): Buffer {
	let end = page.bodyAt;
	for (let place = page.sizesAt; place < page.bodyAt; place++) {
		const size = file.readUInt8(place);
		end += size;
		if (size < 255) break;
	}
	return file.subarray(page.bodyAt, Math.min(end, page.end));
}

/** −1 says that no packet ends on the page; other negative numbers mean nothing. */
function granuleAt(file: Buffer, at: number): number | undefined {
	const high = file.readInt32LE(at + 4);
	return high < 0 || high >= 2 ** 21 ? undefined : high * 2 ** 32 + file.readUInt32LE(at);
}
