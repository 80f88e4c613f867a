import { ApiError } from '../contract/errors.mts';
import type { Answer } from '../api/operation.mts';
import type { World } from '../world.mts';

/**
 * Carries out a send once per key (contract/behaviour.md section 5): a key that was used gives the
 * first answer again and nothing is sent, whatever the body says now.
 *
 * @param send does it and tells the id of the message it made
 * @throws ApiError 404/2002 where the message of the key was deleted
 */
export function once(
	world: World,
	key: string | undefined,
	send: () => { answer: Answer; messageId: string | null },
): Answer {
	const { keys, messages } = world.state;
	const kept = key === undefined ? undefined : keys.find(key);
	if (!kept) {
		const sent = send();
		if (key !== undefined) keys.keep(key, freeze(sent));
		return sent.answer;
	}
	if (kept.messageId !== null && messages.isDeleted(kept.messageId)) throw new ApiError('2002');
	return { ...kept.answer, replayed: true };
}

/** The state's own objects go on changing; the answer to be repeated must not. */
function freeze(sent: { answer: Answer; messageId: string | null }): typeof sent {
	return { ...sent, answer: structuredClone(sent.answer) };
}
