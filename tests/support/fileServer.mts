import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file to serve; `bytes` can be made as it is sent, so that a large one need not be in memory. */
export interface ServedFile {
	type: string;
	size: number;
	bytes: () => Iterable<Buffer>;
}

/** A web server with a few files, from which a workflow fetches what it sends. */
export class FileServer {
	readonly #files = new Map<string, ServedFile>();

	private constructor(private readonly server: Server) {}

	static async start(): Promise<FileServer> {
		const server = createServer();
		const files = new FileServer(server);
		server.on('request', (request, response) => {
			const file = files.#files.get(request.url ?? '');
			if (!file) {
				response.writeHead(404).end();
				return;
			}
			response.writeHead(200, { 'content-type': file.type, 'content-length': file.size });
			void (async () => {
				for (const chunk of file.bytes()) {
					if (!response.write(chunk)) await once(response, 'drain');
				}
				response.end();
			})();
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		return files;
	}

	/** @returns the URL */
	add(name: string, type: string, bytes: Buffer): string {
		return this.serve(name, { type, size: bytes.length, bytes: () => [bytes] });
	}

	/** @returns the URL */
	serve(name: string, file: ServedFile): string {
		this.#files.set(`/${name}`, file);
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${name}`;
	}

	close(): void {
		this.server.closeAllConnections();
		this.server.close();
	}
}

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
