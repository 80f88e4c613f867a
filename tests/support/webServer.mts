import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WebServer {
	/** `http://127.0.0.1:…` */
	url: string;
	/** Cuts what is still open. */
	close(): Promise<void>;
}

/** Starts a web server on a free port of this machine. */
export async function startWebServer(listener: RequestListener): Promise<WebServer> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
