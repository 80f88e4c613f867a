import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between the browser and the sandbox, so that a test can cut the line between them. */
export class CuttableProxy {
	readonly #sockets = new Set<Socket>();
	/** The browser's requests, as received. */
	asked = '';

	private constructor(
		private readonly server: Server,
		private port: number,
	) {}

	static async start(target: string): Promise<CuttableProxy> {
		const server = createServer();
		const proxy = new CuttableProxy(server, 0);
		server.on('connection', (socket) =>
			proxy.#join(socket, connect(Number(new URL(target).port), '127.0.0.1')),
		);
		await proxy.mend();
		return proxy;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Cuts every connection and takes no new one. */
	async cut(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		for (const socket of this.#sockets) socket.destroy();
		await closed;
	}

	/** Takes connections, again at the same port. */
	async mend(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
		this.port = (this.server.address() as AddressInfo).port;
	}

	#join(browser: Socket, sandbox: Socket): void {
		browser.on('data', (data) => (this.asked += data.toString('latin1')));
		browser.pipe(sandbox).pipe(browser);
		for (const socket of [browser, sandbox]) {
			this.#sockets.add(socket);
			socket.on('error', () => socket.destroy());
			socket.on('close', () => {
				this.#sockets.delete(socket);
				browser.destroy();
				sandbox.destroy();
			});
		}
	}
}
