import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one path of the server. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A host that files lie at, in place of Linq's storage. */
export interface FileHost {
	/** `http://127.0.0.1:…` */
	url: string;
	/** Answers by path, whatever the query; all other paths get 404. */
	answers: Record<string, Answer>;
	/** Requests so far. */
	asked: Array<{ path: string; authorization?: string }>;
	/** How many answers are on their way right now, and the most at the same time. */
	open: number;
	mostOpen: number;
	/** Resolves when the last connection that was cut off before its end has closed. */
	cut(): Promise<void>;
}

/** Runs a file server for the tests of a file; its record is empty before each. */
export function useFileHost(): FileHost {
	let server: Server | undefined;
	const cuts: Array<() => void> = [];
	let cutOff = 0;
	const files: FileHost = {
		url: '',
		answers: {},
		asked: [],
		open: 0,
		mostOpen: 0,
		cut: () => new Promise((resolve) => (cutOff > 0 ? resolve() : cuts.push(resolve))),
	};

	beforeAll(async () => {
		server = createServer((request, response) => {
			const path = request.url ?? '';
			files.asked.push({ path, authorization: request.headers.authorization });
			files.mostOpen = Math.max(files.mostOpen, ++files.open);
			response.once('close', () => {
				files.open--;
				if (response.writableFinished) return;
				cutOff++;
				for (const resolve of cuts.splice(0)) resolve();
			});
			const answer = files.answers[path.split('?', 1)[0] ?? ''];
			if (answer) answer(response, request);
			else response.writeHead(404).end();
		});
		await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
		files.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});

	beforeEach(() => {
		Object.assign(files, { answers: {}, asked: [], mostOpen: 0 });
		cutOff = 0;
	});

	afterAll(() => {
		server?.closeAllConnections();
		server?.close();
	});

	return files;
}

/** A whole file. */
export const whole =
	(content: Buffer, type = 'application/octet-stream'): Answer =>
	(response) =>
		response
			.writeHead(200, { 'content-type': type, 'content-length': content.length })
			.end(content);

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
