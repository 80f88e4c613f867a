import type { Changes } from '../../live/view.mts';
import { connection, take } from './store.mts';

/** Payload of a `changes` event; the server of the same build writes it (http/live.mts). */
type Piece = Changes & { fresh: boolean; last: boolean };

/**
 * Follows the sandbox. When the stream breaks, the browser comes back by itself and says where it
 * stopped; the server then tells what was missed, or everything anew.
 */
export function followSandbox(): void {
	const source = new EventSource('/sandbox/live');
	let unread: Changes = { put: [], gone: [] };
	let fresh = false;
	source.addEventListener('changes', (event: MessageEvent<string>) => {
		const piece = JSON.parse(event.data) as Piece;
		if (piece.fresh) {
			fresh = true;
			unread = { put: [], gone: [] };
		}
		unread.put.push(...piece.put);
		unread.gone.push(...piece.gone);
		if (!piece.last) return;
		take(unread, fresh);
		unread = { put: [], gone: [] };
		fresh = false;
		connection.value = 'live';
	});
	source.addEventListener('error', () => {
		unread = { put: [], gone: [] };
		if (connection.value === 'live') connection.value = 'lost';
		// A server that answers with an error ends it for good: try again as after a cut.
		if (source.readyState === EventSource.CLOSED) {
			source.close();
			setTimeout(followSandbox, 1_000);
		}
	});
	source.addEventListener('open', () => {
		if (connection.value === 'lost') connection.value = 'live';
	});
}
