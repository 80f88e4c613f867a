import { createServer } from 'node:net';

/** Tries to listen on a loopback port; gives the port, or undefined if it is taken. 0 takes any. */
function tryPort(port: number): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
			else reject(error);
		});
		server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
			const address = server.address();
			server.close(() => {
				resolve(typeof address === 'object' && address !== null ? address.port : undefined);
			});
		});
	});
}

/** A loopback port that is free now. */
export async function freePort(): Promise<number> {
	const port = await tryPort(0);
	if (port === undefined) throw new Error('The machine has no free port on 127.0.0.1.');
	return port;
}

/**
 * The first free loopback port from `wanted` upwards.
 * @throws Error if that one and the 50 after it are taken
 */
export async function freePortFrom(wanted: number): Promise<number> {
	for (let port = wanted; port <= Math.min(wanted + 50, 65_535); port++) {
		if ((await tryPort(port)) !== undefined) return port;
	}
	throw new Error(`No port is free on 127.0.0.1 from ${wanted} upwards.`);
}
