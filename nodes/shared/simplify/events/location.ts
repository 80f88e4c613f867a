import { z } from 'zod';

import type { Simplify } from './fields';
import { inPerhapsChat, perhapsChat, someone, text } from './fields';

/** contract/openapi.yaml, LocationSharingStartedEvent and LocationSharingStoppedEvent. */
const sharing = z.object({
	shared_by: someone,
	sender_handle: someone,
	shared_with: someone,
	began_at: text,
	ends_at: text,
	ended_at: text,
	chat_id: text,
	chat: perhapsChat,
});

/** location.sharing.started, location.sharing.stopped; some name the chat alone. */
export const simplifyLocation: Simplify = (data, event) => {
	const read = sharing.safeParse(data);
	if (!read.success) return undefined;
	const { data: found } = read;
	const from = found.shared_by ?? found.sender_handle;
	const line = found.shared_with ?? found.chat?.owner_handle;
	return {
		...inPerhapsChat(found.chat_id, found.chat),
		from: from?.handle ?? null,
		to: line?.handle ?? null,
		line: line?.handle ?? null,
		began_at: found.began_at ?? null,
		...(event === 'location.sharing.stopped'
			? { ended_at: found.ended_at ?? null }
			: { ends_at: found.ends_at ?? null }),
	};
};
