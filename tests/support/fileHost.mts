import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

import { startWebServer, type WebServer } from './webServer.mts';

/** Answers one path of the server. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A file to send; `bytes` can be made as it is sent, so that a large one need not be in memory. */
export interface ServedFile {
	type: string;
	size: number;
	bytes: () => Iterable<Buffer>;
}

/** A web server that files lie at, in place of Linq's storage or of somebody's website. */
export class FileHost {
	/** `http://127.0.0.1:…` */
	url = '';
	/** Answers by path, whatever the query; all other paths get 404. */
	answers: Record<string, Answer> = {};
	/** Requests so far. */
	asked: Array<{ path: string; authorization?: string }> = [];
	/** How many answers are on their way right now, and the most at the same time. */
	open = 0;
	mostOpen = 0;
	#server: WebServer | undefined;
	#cutOff = 0;
	#onCut: Array<() => void> = [];

	async start(): Promise<void> {
		this.#server = await startWebServer((request, response) => this.#answer(request, response));
		this.url = this.#server.url;
	}

	/** @returns the URL */
	add(name: string, type: string, bytes: Buffer): string {
		return this.serve(name, { type, size: bytes.length, bytes: () => [bytes] });
	}

	/** @returns the URL */
	serve(name: string, file: ServedFile): string {
		this.answers[`/${name}`] = sends(file);
		return `${this.url}/${name}`;
	}

	/** Resolves when the last connection that was cut off before its end has closed. */
	cut(): Promise<void> {
		return new Promise((resolve) => (this.#cutOff > 0 ? resolve() : this.#onCut.push(resolve)));
	}

	forget(): void {
		Object.assign(this, { answers: {}, asked: [], mostOpen: 0 });
		this.#cutOff = 0;
	}

	async close(): Promise<void> {
		await this.#server?.close();
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		const path = request.url ?? '';
		this.asked.push({ path, authorization: request.headers.authorization });
		this.mostOpen = Math.max(this.mostOpen, ++this.open);
		response.once('close', () => {
			this.open--;
			if (response.writableFinished) return;
			this.#cutOff++;
			for (const resolve of this.#onCut.splice(0)) resolve();
		});
		const answer = this.answers[path.split('?', 1)[0] ?? ''] ?? status(404);
		answer(response, request);
	}
}

/** Runs a host for the tests of a file; it is empty before each. */
export function useFileHost(): FileHost {
	const host = new FileHost();
	beforeAll(() => host.start());
	beforeEach(() => host.forget());
	afterAll(() => host.close());
	return host;
}

const sends =
	({ type, size, bytes }: ServedFile): Answer =>
	(response) => {
		response.writeHead(200, { 'content-type': type, 'content-length': size });
		Readable.from(bytes()).pipe(response);
	};

/** A whole file. */
export const whole = (content: Buffer, type = 'application/octet-stream'): Answer =>
	sends({ type, size: content.length, bytes: () => [content] });

/** A status without a file. */
export const status =
	(code: number, headers: Record<string, string> = {}): Answer =>
	(response) =>
		response.writeHead(code, headers).end();

/** Some bytes, and then nothing more, for ever. */
export const stalls =
	(content: Buffer, onSent: () => void = () => undefined): Answer =>
	(response) => {
		response.writeHead(200);
		response.write(content, onSent);
	};

/** Promises more than it sends. */
export const breaksOff =
	(content: Buffer): Answer =>
	(response) => {
		response.writeHead(200, { 'content-length': content.length * 2 });
		response.write(content, () => response.destroy());
	};

/** A video of this many bytes, as far as its first ones tell. */
export function largeVideo(size: number): ServedFile {
	const head = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1');
	const block = Buffer.alloc(64 * 1024, 0x55);
	return {
		type: 'video/mp4',
		size,
		*bytes() {
			yield head;
			for (let left = size - head.length; left > 0; left -= block.length) {
				yield block.subarray(0, Math.min(left, block.length));
			}
		},
	};
}
