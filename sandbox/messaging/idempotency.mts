import type { Answer } from '../api/operation.mts';
import { ApiError } from '../contract/errors.mts';
import type { IdempotencyKeys } from '../state/idempotency.mts';
import type { World } from '../world.mts';

/** Which keys a request takes part in, and its own. */
export interface Intent {
	keys: IdempotencyKeys;
	operationId: string;
	/** Undefined: the request is carried out without a record of it. */
	key: string | undefined;
}

/**
 * Carries out a send once per key (contract/behaviour.md section 5): a key that was used gives the
 * first answer again and nothing is sent, whatever the body says now.
 *
 * @param send does it and tells the id of the message it made
 * @throws ApiError 404/2002 where the message of the key was deleted; 409/2015 where the key was
 *   used with another operation, whose answer would not fit (not documented, the sandbox's choice)
 */
export function once(
	world: World,
	{ keys, operationId, key }: Intent,
	send: () => { answer: Answer; messageId: string | null },
): Answer {
	const kept = key === undefined ? undefined : keys.find(key);
	if (!kept) {
		const sent = send();
		// The state's own objects go on changing; the answer to be repeated must not.
		if (key !== undefined) {
			keys.keep(key, { ...sent, operationId, answer: structuredClone(sent.answer) });
		}
		return sent.answer;
	}
	if (kept.operationId !== operationId) {
		throw new ApiError('2015', `the idempotency key was used with ${kept.operationId}`);
	}
	if (kept.messageId !== null && world.state.messages.isDeleted(kept.messageId)) {
		throw new ApiError('2002');
	}
	return { ...kept.answer, replayed: true };
}
