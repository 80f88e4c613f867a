import { rememberChat } from './chat/findChat';
import { checkFirstMessage } from './chat/firstMessage';
import { checkHealth } from './chat/health';
import { checkMost, claimNewChat, settleNewChat } from './chat/newChats';
import type { Item } from './item';
import { sendsMessage } from './route';
import { checkWindow, enterWindow } from './window/sendWindow';

/** Reads what the user has set to hold items back. @throws InvalidInput for what cannot be used */
export function checkHolds(item: Item): void {
	if (!sendsMessage(item.operation)) return;
	checkWindow(item);
	checkMost(item);
}

/**
 * Holds an item back where the user wants that: all that is asked when its request is ready, and
 * before its files are uploaded. One that an earlier try has begun with is brought to its end.
 *
 * @throws NotSent with the outcome; InvalidInput; Interrupted; what n8n's request helper threw for
 *   what has to be looked up
 */
export async function holdBack(item: Item): Promise<void> {
	if (!sendsMessage(item.operation)) return;
	if (item.run.hasBegun(item.index)) return await checkFirstMessage(item);
	await enterWindow(item);
	await checkFirstMessage(item);
	await checkHealth(item);
	await claimNewChat(item);
}

/** Notes how an item ended, whether or not it was held back; before it leaves its lane. */
export function endOf(item: Item): void {
	const isSent = item.isAccepted || item.isUncertain;
	if (isSent && item.key !== undefined) item.run.begin(item.index);
	if (!item.operation.toPeople) return;
	if (isSent) rememberChat(item);
	settleNewChat(item, isSent);
}
