import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface Answer {
	status: number;
	/** By their names in lower case. */
	headers: Record<string, string>;
	body: string;
}

/** How long an answer may take; one that does not come is a fault. */
const PATIENCE_MS = 10_000;

/**
 * Sends bytes that no HTTP client would send, and reads what comes back. The client of the other
 * tests (`tests/support/sandboxClient.mts`) would refuse or repair many of these requests.
 *
 * @param url `http://host:port` of the server
 * @throws where the connection ends without an answer
 */
export function exchange(
	url: string,
	request: { method: string; path: string; headers: Array<[string, string]>; body?: string },
): Promise<Answer> {
	const { hostname, port } = new URL(url);
	const body = Buffer.from(request.body ?? '', 'utf8');
	const headers: Array<[string, string]> = [
		['Host', `${hostname}:${port}`],
		['Connection', 'close'],
		...request.headers,
		...(request.body === undefined
			? []
			: [['Content-Length', String(body.length)] as [string, string]]),
	];
	const head = [
		`${request.method} ${request.path} HTTP/1.1`,
		...headers.map(([name, value]) => `${name}: ${value}`),
		'\r\n',
	].join('\r\n');
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		const socket = connect({ host: hostname, port: Number(port) });
		socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('No answer in time')));
		socket.on('data', (chunk) => chunks.push(chunk));
		// A server that refuses early may reset the connection behind its answer.
		let broken: Error | undefined;
		socket.on('error', (error) => (broken = error));
		socket.on('close', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			if (text.startsWith('HTTP/')) resolve(parse(text));
			else reject(broken ?? new Error('The connection ended without an answer'));
		});
		socket.write(Buffer.concat([Buffer.from(head, 'utf8'), body]));
	});
}

function parse(text: string): Answer {
	const end = text.indexOf('\r\n\r\n');
	const [first = '', ...lines] = text.slice(0, end).split('\r\n');
	const headers = lines.map((line) => {
		const colon = line.indexOf(':');
		return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
	});
	return {
		status: Number(first.split(' ')[1]),
		headers: Object.fromEntries(headers) as Record<string, string>,
		body: text.slice(end + 4),
	};
}
