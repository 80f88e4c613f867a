import type { FastifyInstance } from 'fastify';
import { readFile } from 'node:fs/promises';
import { bundle } from './bundle.mts';

const PHONE = new URL('../phone/', import.meta.url);

/** Serves the phone at `/`, built when it is first asked for. */
export function servePage(app: FastifyInstance, storageUrl: string): void {
	const policy = [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"connect-src 'self'",
		`img-src 'self' blob: data: ${storageUrl}`,
		`media-src blob: ${storageUrl}`,
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');
	const serve = (path: string, type: string, content: () => Promise<string>): void => {
		app.get(path, async (_request, reply) =>
			reply
				.type(type)
				.header('content-security-policy', policy)
				.header('x-content-type-options', 'nosniff')
				.header('referrer-policy', 'no-referrer')
				.header('cache-control', 'no-cache')
				.send(await content()),
		);
	};
	const file = (name: string) => () => readFile(new URL(name, PHONE), 'utf8');
	serve('/', 'text/html; charset=utf-8', async () =>
		(await file('index.html')()).replace('STORAGE', storageUrl),
	);
	serve('/icon.svg', 'image/svg+xml', file('icon.svg'));
	serve('/phone.js', 'text/javascript; charset=utf-8', async () => (await bundle()).script);
	serve('/phone.css', 'text/css; charset=utf-8', async () => (await bundle()).style);
}
