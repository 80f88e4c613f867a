import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../item';
import type { Run } from '../run';
import type { Answered } from './answered';

/** New chats of one line in 24 hours from which on Linq calls it at risk (contract/behaviour.md, section 10). */
export const TOO_MANY_NEW_CHATS = 50;

/** Chats that a run has opened, by line. */
const opened = new WeakMap<Run, Map<string, Set<string>>>();

/**
 * Says so where a run opens more chats than is good for a line. n8n's own hints of an execution are
 * out of reach: it gives `addExecutionHints` to the node as a whole, not to the requests of its items
 * (n8n-core, execute-single-context.ts).
 */
export function newChatHint({ run }: Item, { chatId, isFirst, line = '' }: Answered): IDataObject {
	if (!isFirst || chatId === undefined) return {};
	const ofRun = opened.get(run) ?? new Map<string, Set<string>>();
	opened.set(run, ofRun);
	// Each try of Retry On Fail gets the same answer again.
	const chats = (ofRun.get(line) ?? new Set<string>()).add(chatId);
	ofRun.set(line, chats);
	const count = chats.size;
	if (count < TOO_MANY_NEW_CHATS) return {};
	return {
		hint: `This is new chat number ${count} of ${line || 'your line'} in this run. Linq calls a line at risk that opens ${TOO_MANY_NEW_CHATS} or more in 24 hours: add the option New Chats at Most, and send the rest on other days or from other lines.`,
	};
}
