import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './tools.mts';

export interface Sound {
	/** In Hz. */
	rate: number;
	channels: 1 | 2;
	/** Speech by default; noise needs more bits, `pauses` is speech with silence. */
	kind?: 'speech' | 'noise' | 'pauses';
	seconds?: number;
}

export interface Packet {
	size: number;
	md5: string;
}

/** Makes audio with the machine's tools, and looks at it with them, in a folder of its own. */
export class Studio {
	readonly #folder = mkdtempSync(join(tmpdir(), 'linq-audio-'));
	#files = 0;

	close(): void {
		rmSync(this.#folder, { recursive: true, force: true });
	}

	/** A WAV file of 16 bits. */
	wav({ rate, channels, kind = 'speech', seconds = 2 }: Sound): Buffer {
		const shape = ['rate', String(rate), 'channels', String(channels), 'trim', '0', `${seconds}`];
		const form = ['-b', '16', '-t', 'wav', '-'];
		if (kind === 'noise') {
			const synth = ['synth', String(seconds), 'pinknoise', 'gain', '-6'];
			return tool('sox', [
				'-R',
				'-n',
				'-r',
				String(rate),
				'-c',
				String(channels),
				...form,
				...synth,
			]);
		}
		const speech = tool('espeak-ng', ['--stdout', SENTENCE]);
		const pauses = kind === 'pauses' ? ['pad', '1.5', '3'] : [];
		const path = this.#put(speech, 'wav');
		return tool('sox', [
			'-R',
			'-G',
			path,
			...form,
			...shape.slice(0, 4),
			...pauses,
			'repeat',
			'-',
			...shape.slice(4),
		]);
	}

	/** Opus in Ogg, by the reference encoder. */
	opus(wav: Buffer, args: string[] = []): Buffer {
		return tool('opusenc', ['--quiet', '--serial', '7', ...args, '-', '-'], wav);
	}

	/** Runs ffmpeg on files; `args` go between them and the result. */
	ffmpeg(inputs: Buffer | Buffer[], args: string[], extension: string): Buffer {
		const files = [inputs].flat().flatMap((input) => ['-i', this.#put(input, 'in')]);
		const out = this.#path(extension);
		tool('ffmpeg', ['-v', 'error', '-y', ...files, ...args, out]);
		return readFileSync(out);
	}

	/** The packets of the first stream with sound, by ffmpeg's reader. */
	packets(file: Buffer): Packet[] {
		const show = ['-show_packets', '-show_data_hash', 'md5', '-select_streams', 'a:0'];
		const entries = ['-show_entries', 'packet=size,data_hash', '-of', 'json'];
		const out = tool('ffprobe', ['-v', 'error', ...show, ...entries, this.#put(file, 'in')]);
		const { packets } = JSON.parse(out.toString()) as {
			packets: Array<{ size: string; data_hash: string }>;
		};
		return packets.map(({ size, data_hash }) => ({
			size: Number(size),
			md5: data_hash.replace('MD5:', ''),
		}));
	}

	/** Samples of 16 bits by libopus, all channels in turn; fails if ffmpeg has anything to say. */
	decode(file: Buffer, channels: number): Buffer {
		const out = ['-map', 'a:0', '-ac', String(channels), '-ar', '48000', '-f', 's16le', '-'];
		const args = ['-v', 'warning', '-c:a', 'libopus', '-i', this.#put(file, 'in'), ...out];
		const { status, stdout, stderr } = spawnSync('ffmpeg', args, { maxBuffer: 1024 ** 3 });
		if (status !== 0 || stderr.length > 0) throw new Error(`ffmpeg: ${stderr.toString()}`);
		return stdout;
	}

	/** How many samples the reference decoder plays at 48 kHz. */
	opusdecLength(file: Buffer, channels: number): number {
		const out = this.#path('raw');
		tool('opusdec', ['--quiet', '--rate', '48000', this.#put(file, 'ogg'), out]);
		const raw = readFileSync(out);
		return raw.length / 2 / channels;
	}

	/** Rate, channels and samples, by sox. */
	soxi(file: Buffer, extension: string): { rate: number; channels: number; samples: number } {
		const path = this.#put(file, extension);
		const ask = (what: string) => Number(tool('soxi', [what, path]).toString());
		return { rate: ask('-r'), channels: ask('-c'), samples: ask('-s') };
	}

	sox(file: Buffer, from: string, args: string[]): Buffer {
		return tool('sox', ['-R', '-D', this.#put(file, from), ...args]);
	}

	#put(bytes: Buffer, extension: string): string {
		const path = this.#path(extension);
		writeFileSync(path, bytes);
		return path;
	}

	#path(extension: string): string {
		return join(this.#folder, `${this.#files++}.${extension}`);
	}
}

const SENTENCE =
	'Hello, this is a voice memo. It says what people say when they have no hand free to write.';

/** A packet as Studio.packets() gives it. */
export function asPacket(bytes: Uint8Array): Packet {
	return { size: bytes.length, md5: createHash('md5').update(bytes).digest('hex') };
}
