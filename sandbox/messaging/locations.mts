import type { Chat } from '../state/chats.mts';
import type { SharedLocation } from '../state/locations.mts';
import type { World } from '../world.mts';
import { onChat } from './events.mts';

/** Fires `location.sharing.started`. Moves are not told (contract/behaviour.md section 10). */
export function publishSharingStarted(
	world: World,
	chat: Chat,
	location: SharedLocation,
	traceId: string,
): void {
	world.publish({
		...onChat('location.sharing.started', chat, traceId),
		data: {
			shared_by: location.handle,
			shared_with: chat.line,
			began_at: location.beganAt,
			ends_at: location.endsAt,
			chat_id: chat.id,
		},
	});
}

/** Fires `location.sharing.stopped`. */
export function publishSharingStopped(
	world: World,
	chat: Chat,
	location: SharedLocation,
	traceId: string,
): void {
	world.publish({
		...onChat('location.sharing.stopped', chat, traceId),
		data: {
			shared_by: location.handle,
			shared_with: chat.line,
			began_at: location.beganAt,
			ended_at: world.isoNow(),
			chat_id: chat.id,
		},
	});
}
