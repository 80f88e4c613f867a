import type { IDataObject } from 'n8n-workflow';

import { ALL_EVENTS } from '../../shared/events';
import type { Pattern } from './pattern';

/** Which events start the workflow; an empty set or text lets everything through. */
export interface Filter {
	/** Event types; `*` for all. */
	events: Set<string>;
	/** Only what other people do: what the account does itself would make an auto-reply loop. */
	inboundOnly: boolean;
	/** Also messages that Linq recovered late. */
	history: boolean;
	/** Also messages with which somebody opts out. */
	optOuts: boolean;
	/** Chat ids in lower case. */
	chats: Set<string>;
	chatType: 'any' | 'direct' | 'group';
	/** In groups only messages that mention one of the account's lines. */
	mentionsMe: boolean;
	/** Handles in Linq's form, in lower case. */
	senders: Set<string>;
	/** Text in lower case. */
	contains: string;
	matches?: Pattern;
}

/**
 * Whether an event is to start the workflow. A filter looks at its field of the flat item; an event
 * whose kind does not have the field is none of its business and passes, one that should have it but
 * came without does not.
 *
 * @param item the event in flat form (shared/simplify/events/)
 * @param lines numbers of the account
 */
export function isWanted(item: IDataObject, filter: Filter, lines: string[]): boolean {
	return (
		(filter.events.has(ALL_EVENTS.value) || filter.events.has(String(item.event))) &&
		!(filter.inboundOnly && isOwn(item, lines)) &&
		(filter.history || !item.reconciled_at) &&
		(filter.optOuts || item.is_opt_out !== true) &&
		(filter.chats.size === 0 || isIn(filter.chats, item, 'chat_id')) &&
		(filter.senders.size === 0 || isIn(filter.senders, item, 'from')) &&
		(filter.chatType === 'any' || isOfType(filter.chatType, item)) &&
		!(filter.mentionsMe && leavesOut(item, lines)) &&
		hasText(item, filter)
	);
}

/**
 * Whether the account did it itself. Where two of its lines write to each other, Linq tells each as
 * inbound on the other.
 */
const isOwn = ({ direction, from }: IDataObject, lines: string[]) =>
	direction === 'outbound' || (typeof from === 'string' && lines.includes(from));

const isIn = (wanted: Set<string>, item: IDataObject, field: string) =>
	!(field in item) || wanted.has(String(item[field]).toLowerCase());

const isOfType = (type: 'direct' | 'group', item: IDataObject) =>
	!('is_group' in item) || item.is_group === (type === 'group');

/** Whether it goes to a group and mentions none of the account's lines; nobody is mentioned elsewhere. */
function leavesOut({ is_group: isGroup, mentions }: IDataObject, lines: string[]): boolean {
	if (isGroup !== true || !Array.isArray(mentions)) return false;
	return !(mentions as IDataObject[]).some(
		({ is_me: isMe, handle }) => isMe === true || lines.includes(String(handle)),
	);
}

function hasText(item: IDataObject, { contains, matches }: Filter): boolean {
	if (typeof item.text !== 'string') return true;
	return item.text.toLowerCase().includes(contains) && (matches?.test(item.text) ?? true);
}
