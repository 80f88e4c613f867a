import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Follower, Watcher } from '../live/watcher.mts';
import type { Position } from '../live/journal.mts';
import type { Changes } from '../live/view.mts';
import { CONTROL_PREFIX } from './control.mts';

/** Most things of one event, so that a page can show the first while the rest is on its way. */
const AT_ONCE = 1_000;
/** A page that has not read that many bytes is cut off; it comes back and starts anew. */
const MOST_UNREAD = 64 * 1024 * 1024;
const HEARTBEAT_MS = 15_000;

/**
 * Serves what the page reads: `/sandbox/snapshot` once as JSON, `/sandbox/live` as server-sent events.
 * The stream goes on where `Last-Event-ID` stopped, or begins anew with `fresh`.
 */
export function serveLive(app: FastifyInstance, watcher: Watcher): void {
	touchOnRequests(app, () => watcher.touch());
	app.get(`${CONTROL_PREFIX}/snapshot`, () => watcher.snapshot());
	app.get(`${CONTROL_PREFIX}/live`, (request, reply) => {
		const { raw } = reply;
		reply.hijack();
		raw.writeHead(200, headersOf(reply));
		raw.write('retry: 300\n\n');
		const last = request.headers['last-event-id'];
		const stop = watcher.follow(
			stream(raw),
			typeof last === 'string' ? positionOf(last) : undefined,
		);
		const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
		heartbeat.unref();
		raw.once('close', () => {
			clearInterval(heartbeat);
			stop();
		});
		return reply;
	});
}

/** Has the watcher look when a request comes in and when it is done with, since either may change something. */
export function touchOnRequests(app: FastifyInstance, touch: () => void): void {
	app.addHook('onRequest', async (_request, reply) => {
		touch();
		reply.raw.once('close', touch);
	});
}

function headersOf(reply: FastifyReply): Record<string, string> {
	const common = Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]);
	return {
		...(Object.fromEntries(common) as Record<string, string>),
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
	};
}

function stream(raw: ServerResponse): Follower {
	return {
		tell: (changes, fresh, position) => {
			if (raw.writableLength > MOST_UNREAD) {
				raw.destroy();
				return;
			}
			raw.cork();
			for (const [index, piece] of pieces(changes).entries()) {
				const last = (index + 1) * AT_ONCE >= changes.put.length;
				// Only the last piece has an id: who did not get that far starts where it started.
				if (last) raw.write(`id: ${position.journal}.${position.read}\n`);
				const data = { ...piece, fresh: fresh && index === 0, last };
				raw.write(`event: changes\ndata: ${JSON.stringify(data)}\n\n`);
			}
			raw.uncork();
		},
	};
}

function pieces({ put, gone }: Changes): Changes[] {
	const list: Changes[] = [{ put: put.slice(0, AT_ONCE), gone }];
	for (let start = AT_ONCE; start < put.length; start += AT_ONCE) {
		list.push({ put: put.slice(start, start + AT_ONCE), gone: [] });
	}
	return list;
}

function positionOf(id: string): Position | undefined {
	const match = /^([0-9a-f-]+)\.(\d+)$/.exec(id);
	return match?.[1] === undefined ? undefined : { journal: match[1], read: Number(match[2]) };
}
