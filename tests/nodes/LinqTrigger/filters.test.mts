import type { IDataObject } from 'n8n-workflow';

import { isWanted, type Filter } from '../../../nodes/LinqTrigger/delivery/filters.ts';

const LINE = '+12025550100';

const open: Filter = {
	events: new Set(['*']),
	inboundOnly: false,
	history: true,
	optOuts: true,
	chats: new Set(),
	chatType: 'any',
	mentionsMe: false,
	senders: new Set(),
	contains: '',
};

const text: IDataObject = {
	event: 'message.received',
	chat_id: 'C1',
	is_group: false,
	direction: 'inbound',
	from: 'Ava@Example.com',
	text: 'Please STOP\nnow',
	reconciled_at: null,
};

const inGroup = (...mentions: IDataObject[]): IDataObject => ({
	...text,
	is_group: true,
	mentions,
});

const account: IDataObject = { event: 'api_token.created', api_token_id: 't' };

test.each<[string, Partial<Filter>, IDataObject, boolean]>([
	['no filter', {}, text, true],
	['the event', { events: new Set(['message.received']) }, text, true],
	['another event', { events: new Set(['message.read']) }, text, false],
	['an event to come under all events', {}, { event: 'new.event' }, true],
	['inbound only', { inboundOnly: true }, text, true],
	['inbound only, own message', { inboundOnly: true }, { ...text, direction: 'outbound' }, false],
	['inbound only, other own line', { inboundOnly: true }, { ...text, from: LINE }, false],
	[
		'inbound only, nobody named',
		{ inboundOnly: true },
		{ ...text, direction: null, from: null },
		true,
	],
	['inbound only, the account', { inboundOnly: true }, account, true],
	['history', { history: false }, { ...text, reconciled_at: '2026-01-01T00:00:00Z' }, false],
	['history wanted', {}, { ...text, reconciled_at: '2026-01-01T00:00:00Z' }, true],
	['the chat', { chats: new Set(['c1']) }, text, true],
	['another chat', { chats: new Set(['c2']) }, text, false],
	['a chat, none named', { chats: new Set(['c2']) }, { ...text, chat_id: null }, false],
	['a chat, the account', { chats: new Set(['c2']) }, account, true],
	['the sender', { senders: new Set(['ava@example.com']) }, text, true],
	['another sender', { senders: new Set(['+12025550112']) }, text, false],
	['direct', { chatType: 'direct' }, text, true],
	['group', { chatType: 'group' }, text, false],
	['group, not known', { chatType: 'group' }, { ...text, is_group: null }, false],
	['group, never said', { chatType: 'group' }, { event: 'reaction.added', chat_id: 'C1' }, true],
	['mentions me', { mentionsMe: true }, inGroup({ handle: LINE, is_me: true }), true],
	[
		'mentions me, one of several, not said whose it is',
		{ mentionsMe: true },
		inGroup({ handle: '+12025550112', is_me: false }, { handle: LINE, is_me: false }),
		true,
	],
	[
		'mentions me, another one',
		{ mentionsMe: true },
		inGroup({ handle: '+12025550112', is_me: false }),
		false,
	],
	[
		'mentions me, a line that is not known yet',
		{ mentionsMe: true },
		inGroup({ handle: '+12025550199', is_me: true }),
		true,
	],
	['mentions me, nobody', { mentionsMe: true }, inGroup(), false],
	['mentions me, a direct chat', { mentionsMe: true }, { ...text, mentions: [] }, true],
	[
		'mentions me, an edit, which does not tell',
		{ mentionsMe: true },
		{ ...text, is_group: true },
		true,
	],
	['an opt-out', { optOuts: false }, { ...text, is_opt_out: true }, false],
	['an opt-out, wanted', {}, { ...text, is_opt_out: true }, true],
	['opt-outs, another text', { optOuts: false }, { ...text, is_opt_out: false }, true],
	['contains', { contains: 'stop' }, text, true],
	['contains, not', { contains: 'start' }, text, false],
	['contains, no text', { contains: 'start' }, account, true],
	['matches', { matches: /^now$/m }, text, true],
	['matches, not', { matches: /^stop$/ }, text, false],
])('%s', (_, filter, item, wanted) => {
	expect(isWanted(item, { ...open, ...filter }, [LINE])).toBe(wanted);
});
