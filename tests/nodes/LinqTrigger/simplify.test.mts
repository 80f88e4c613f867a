import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { readEnvelope } from '../../../nodes/shared/delivery/envelope.ts';
import {
	EVENTS,
	WITH_CHAT,
	WITH_CHAT_TYPE,
	WITH_DIRECTION,
	WITH_SENDER,
	WITH_TEXT,
} from '../../../nodes/shared/events.ts';
import { simplify } from '../../../nodes/shared/simplify/events/index.ts';
import { simplifyMessage } from '../../../nodes/shared/simplify/message.ts';

const examples = join(import.meta.dirname, '../../../contract/examples');

/** A delivery of the contract. */
const payloadOf = (name: string, folder = 'webhooks') =>
	JSON.parse(readFileSync(join(examples, folder, `${name}.json`), 'utf8')) as {
		event_type: string;
		data: IDataObject;
	};

/** A delivery of the contract in flat form; `change` is laid over its data. */
function flat(name: string, change: object = {}, folder = 'webhooks') {
	const payload = payloadOf(name, folder);
	return flatOf({ ...payload, data: { ...payload.data, ...change } });
}

/** An event whose data is nothing else than what is given. */
const bare = (event: string, data: object) => flatOf({ ...payloadOf(event), data });

function flatOf(body: object) {
	const envelope = readEnvelope(Buffer.from(JSON.stringify(body)));
	if (!envelope) throw new Error(`${JSON.stringify(body)} is no event`);
	return simplify(envelope);
}

const anyText = expect.any(String) as string;

const ALL = EVENTS.map(({ value }) => value);

test.each(ALL)('%s has its name, id and time, and other times behind them', (event) => {
	const entries = Object.entries(flat(event));
	const at = entries.findIndex(([name]) => name === 'event');
	expect(entries.slice(at, at + 3)).toEqual([
		['event', event],
		['event_id', anyText],
		['time', expect.stringMatching(/^\d{4}-\d\d-\d\dT/)],
	]);
	const isTime = ([name]: [string, unknown]) => name.endsWith('_at');
	expect(entries.slice(0, at).filter(isTime)).toEqual([]);
	expect(entries.slice(at + 4).every(isTime)).toBe(true);
});

test('what a workflow needs most comes first', () => {
	expect(Object.keys(flat('message.received')).slice(0, 4)).toEqual([
		'text',
		'from',
		'chat_id',
		'is_group',
	]);
	expect(Object.keys(flat('reaction.added')).slice(0, 2)).toEqual(['from', 'chat_id']);
});

test.each(ALL)('%s says which version of the payload it came in', (event) => {
	expect(flat(event)).toMatchObject({ webhook_version: '2026-02-03' });
});

/** Without these in its data an event says nothing that the fields of its family could hold. */
const ESSENTIAL: Array<[RegExp, string[]]> = [
	[/^message\.(?!failed)/, ['id', 'chat']],
	[/^poll\.(?!reaction)/, ['message_id', 'chat']],
	[/reaction\./, ['reaction_type']],
	[/^chat\.created$/, ['id']],
	[/^chat\.background_updated$/, ['chat']],
	[/^chat\./, ['chat_id']],
	[/^contact_card\.received$/, ['sender_handle']],
	[/^phone_number\.(status_updated|assigned|released)$/, ['phone_number']],
	[/^payment\./, ['id']],
];

const READABLE = ALL.filter((event) => !/^(call|connection)\./.test(event));

test.each(READABLE)('%s is read whichever of its other fields is missing', (event) => {
	const essential = ESSENTIAL.find(([pattern]) => pattern.test(event))?.[1] ?? [];
	const { data } = payloadOf(event);
	const unread = Object.keys(data).flatMap((name) =>
		[undefined, null].filter((gone) => 'data' in flat(event, { [name]: gone })).map(() => name),
	);
	expect(new Set(unread)).toEqual(new Set(essential.filter((name) => name in data)));
});

test('only events without a described shape keep the data of Linq', () => {
	expect(ALL.filter((event) => 'data' in flat(event))).toEqual(
		ALL.filter((event) => /^(call|connection)\./.test(event)),
	);
});

test.each<[string, string[]]>([
	['chat_id', WITH_CHAT],
	['is_group', WITH_CHAT_TYPE],
	['from', WITH_SENDER],
	['text', WITH_TEXT],
	['direction', WITH_DIRECTION],
])('%s is there for the events whose filter is shown', (field, events) => {
	expect(ALL.filter((event) => field in flat(event)).sort()).toEqual([...events].sort());
});

test('there is nothing nested but lists, metadata and unknown data', () => {
	const nested = ALL.flatMap((event) =>
		Object.entries(flat(event))
			.filter(([name, value]) => isObject(value) && !['data', 'metadata'].includes(name))
			.map(([name]) => `${event} ${name}`),
	);
	// Changed values can be of any type.
	expect(nested.filter((entry) => !entry.includes(' change_'))).toEqual([]);
});

const isObject = (value: unknown) =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

test('a message that came in', () => {
	expect(flat('message.received')).toEqual({
		event: 'message.received',
		event_id: anyText,
		time: '2026-02-05T19:31:13.736444093Z',
		webhook_version: '2026-02-03',
		chat_id: '8f392755-6865-4b18-880a-227f9d8b458f',
		is_group: false,
		health_status: 'HEALTHY',
		message_id: '89e3566e-1d13-49e5-a8ee-48490d5bfeb7',
		direction: 'inbound',
		from: '+12025559876',
		to: '+12025551234',
		line: '+12025551234',
		text: 'Hello!',
		links: [],
		media: [],
		mentions: [],
		is_opt_out: false,
		service: 'iMessage',
		status: 'received',
		effect: null,
		reply_to_message_id: null,
		sent_at: '2026-02-05T19:31:13.074Z',
		delivered_at: null,
		read_at: null,
		reconciled_at: null,
		sessionId: '8f392755-6865-4b18-880a-227f9d8b458f',
		chatInput: 'Hello!',
	});
});

const said = (...parts: object[]) => flat('message.received', { parts });
const word = (value: string) => ({ type: 'text', value });

test.each<[string, IDataObject, string]>([
	['a text', said(word('Hi')), 'Hi'],
	['a link', said({ type: 'link', value: 'https://a.example' }), 'https://a.example'],
	['a photo', said({ type: 'media', id: 'A', url: 'https://a.example/1.jpg' }), ''],
	['an edit', flat('message.edited', { part: { index: 0, text: 'At 8' } }), 'At 8'],
])('what an AI Agent reads of %s', (_, item, chatInput) => {
	expect(item).toMatchObject({ chatInput, sessionId: item.chat_id });
});

test('every message that has a text has what an AI Agent and its memory look for', () => {
	const ready = ALL.filter((event) => 'sessionId' in flat(event) && 'chatInput' in flat(event));
	expect(ready.sort()).toEqual([...WITH_TEXT].sort());
});

describe('a person opts out', () => {
	const isOptOut = (parts: object[], change: object = {}) =>
		flat('message.received', { parts, ...change }).is_opt_out;

	test.each(['STOP', 'UNSUBSCRIBE', 'OPTOUT', 'CANCEL', 'END', 'QUIT', 'Opt-out', 'opt OUT'])(
		'with %s alone',
		(text) => expect(isOptOut([word(text)])).toBe(true),
	);

	test.each(['stop', 'Stop', 'STOP ', 'STOP!', 'Please STOP', 'START', 'optout', 'opt  out', ''])(
		'but not with “%s”',
		(text) => expect(isOptOut([word(text)])).toBe(false),
	);

	test('but not beside something else, in a group or by our own message', () => {
		const photo = { type: 'media', id: 'A', url: 'https://a.example/1.jpg' };
		expect(isOptOut([word('STOP'), photo])).toBe(false);
		expect(isOptOut([word('STOP')], { chat: { id: 'c', is_group: true } })).toBe(false);
		expect(isOptOut([word('STOP')], { direction: 'outbound' })).toBe(false);
		expect(flat('message.sent', { parts: [word('STOP')] }).is_opt_out).toBe(false);
	});

	test('also where Linq does not say whether it is a group, and in payloads of 2025', () => {
		expect(isOptOut([word('STOP')], { chat: { id: 'c' } })).toBe(true);
		const old = payloadOf('message.received', 'webhooks-2025-01-01');
		const message = { ...(old.data.message as object), parts: [word('STOP')] };
		expect(flatOf({ ...old, data: { ...old.data, message } }).is_opt_out).toBe(true);
	});
});

test.each(readdirSync(join(examples, 'webhooks-2025-01-01')).map((file) => file.slice(0, -5)))(
	'%s reads the same in both versions of the payload',
	(event) => {
		// The examples were taken at different times and name different files; the old version does
		// not tell how healthy the chat is.
		const apart = {
			event_id: null,
			time: null,
			media: null,
			webhook_version: null,
			health_status: null,
		};
		expect({ ...flat(event, {}, 'webhooks-2025-01-01'), ...apart }).toEqual({
			...flat(event),
			...apart,
		});
	},
);

test('a 2025-01-01 message with plain numbers only', () => {
	const change = { from_handle: null, recipient_handle: null, recipient_phone: '+12025551234' };
	expect(flat('message.received', change, 'webhooks-2025-01-01')).toMatchObject({
		from: '+12025559876',
		to: '+12025551234',
	});
});

test('texts, links, files, reply and effect of a message', () => {
	const item = flat('message.received', {
		parts: [
			{ type: 'text', value: 'One' },
			{
				type: 'media',
				id: 'a',
				url: 'https://x/a.png',
				filename: 'a.png',
				mime_type: 'image/png',
				size_bytes: 3,
			},
			{ type: 'text', value: 'Two' },
			{ type: 'link', value: 'https://linqapp.com' },
			{ type: 'hologram', value: 'later' },
		],
		reply_to: { message_id: 'm', part_index: 0 },
		effect: { type: 'screen', name: 'confetti' },
	});
	expect(item).toMatchObject({
		text: 'One\nTwo',
		links: ['https://linqapp.com'],
		media: [
			{
				attachment_id: 'a',
				kind: 'image',
				url: 'https://x/a.png',
				filename: 'a.png',
				mime_type: 'image/png',
				size_bytes: 3,
			},
		],
		reply_to_message_id: 'm',
		effect: 'confetti',
	});
});

test('fields have the names that the Linq node gives them', () => {
	const names = Object.keys(simplifyMessage({ id: 'm', chat_id: 'c', parts: [] }));
	// Linq gives no time of creation with an event; the event has one of its own.
	expect(Object.keys(flat('message.received'))).toEqual(
		expect.arrayContaining(names.filter((name) => name !== 'created_at')),
	);
});

test('what a message is without the fields that may be missing', () => {
	const item = flat('message.received', {
		chat: { id: 'c' },
		sender_handle: null,
		parts: [],
		service: undefined,
		sent_at: undefined,
	});
	expect(item).toMatchObject({ chat_id: 'c', is_group: null, from: null, to: null, text: '' });
});

test.each<[string, object, object]>([
	[
		'message.edited',
		{},
		{ text: 'This is the edited message content', part_index: 0, direction: 'outbound' },
	],
	[
		'message.failed',
		{},
		{ status: 'failed', error_code: 4001, error_message: 'Delivery failed', direction: 'outbound' },
	],
	[
		'reaction.added',
		{},
		{ reaction: 'love', emoji: null, from: '+14155559876', direction: 'inbound', part_index: 0 },
	],
	['reaction.removed', { is_from_me: true }, { direction: 'outbound' }],
	['participant.added', {}, { participant: '+14155559876', is_me: false, is_group: true }],
	['participant.removed', { participant: null }, { participant: '+14155559876' }],
	[
		'chat.created',
		{},
		{ title: '+14155559876', participants: ['+14155559876'], line: '+14155551234' },
	],
	[
		'chat.group_name_updated',
		{},
		{ old_value: 'Old Group Name', new_value: 'New Group Name', from: '+14155559876' },
	],
	['chat.group_name_update_failed', {}, { error_code: 3007, direction: 'outbound' }],
	['chat.typing_indicator.started', {}, { is_typing: true, from: '+12025559876' }],
	[
		'chat.typing_indicator.stopped',
		{ actor_handle: undefined },
		{ is_typing: false, from: null, direction: null },
	],
	['chat.background_updated', {}, { background_type: 'dynamic', background_style: 'sky' }],
	['chat.background_updated', { background: null }, { background_type: null }],
	[
		'poll.vote.added',
		{},
		{ option_id: '50000000-0000-4000-8000-000000000001', direction: 'inbound' },
	],
	['poll.received', {}, { options: [{ text: 'Tacos' }, { text: 'Sushi' }] }],
	['contact_card.received', {}, { from: '+12025559876', to: '+12025551234', first_name: 'Noah' }],
	['location.sharing.started', {}, { from: '+15551234567', to: '+15559876543' }],
	['phone_number.status_updated', {}, { line: anyText, status: anyText }],
	[
		'payment.succeeded',
		{},
		{
			payment_id: anyText,
			amount: 4.97,
			currency: 'usd',
			metadata: { order_id: 'order_8675309' },
		},
	],
	[
		'api_token.renamed',
		{},
		{
			actor_name: 'Ava Stone',
			change_from: 'Old name',
			change_to: 'Production',
			api_token_id: 'tok_7h2k',
		},
	],
	['contact_card.created', {}, { contact_card_first_name: 'Acme' }],
	['environment.line_moved', {}, { line: '+12025551234' }],
])('%s %j', (event, change, expected) => {
	expect(flat(event, change)).toMatchObject(expected);
});

test('an event that is not known yet passes through', () => {
	const envelope = readEnvelope(
		Buffer.from(
			'{"event_type":"chat2.waved","event_id":"1","data":{"who":{"name":"Ava"}},"new":1}',
		),
	);
	expect(envelope && simplify(envelope)).toEqual({
		event: 'chat2.waved',
		event_id: '1',
		time: null,
		webhook_version: null,
		data: { who: { name: 'Ava' } },
	});
});

test('whom a message mentions, where Linq names the first one alone', () => {
	const text = { type: 'text', value: 'Hi Ben', mentions: null };
	const { mentions } = flat('message.received', {
		parts: [{ ...text, mention: '+12025550112', mention_range: [3, 6] }],
	});
	expect(mentions).toEqual([{ handle: '+12025550112', is_me: false, range: [3, 6] }]);
});

test('whom a message mentions, and where in its text', () => {
	const ben = { handle: '+14155550112', is_me: false };
	const line = { handle: '+12025551234', is_me: true };
	const item = flat('message.received', {
		parts: [
			{ type: 'text', value: 'Hi Ben', mentions: [{ ...ben, range: [3, 6] }] },
			{ type: 'media', id: 'a' },
			{
				type: 'text',
				value: 'Shop, Ben?',
				mentions: [
					{ ...line, range: [0, 4] },
					{ ...ben, range: [6, 9] },
				],
			},
		],
	});
	expect(item).toMatchObject({
		text: 'Hi Ben\nShop, Ben?',
		mentions: [
			{ ...ben, range: [3, 6] },
			{ ...line, range: [7, 11] },
			{ ...ben, range: [13, 16] },
		],
	});
});

test.each(['message.edited', 'poll.received', 'chat.background_updated'])(
	'%s says how healthy its chat is',
	(event) => {
		const { chat } = payloadOf(event).data as { chat: object };
		const item = flat(event, { chat: { ...chat, health_status: { status: 'AT_RISK' } } });
		expect(item).toMatchObject({ health_status: 'AT_RISK' });
	},
);

describe('what is there is read', () => {
	const chat = { id: 'c', owner_handle: { handle: '+12025551234' } };
	const ava = { handle: '+12025559876' };
	/** A message without a word about who sent it. */
	const message = { id: 'm', chat, sender_handle: ava, parts: [{ type: 'text', value: 'Hi' }] };
	const read = { chat_id: 'c', message_id: 'm' };

	test.each([
		['message.received', 'inbound', '+12025551234'],
		['message.sent', 'outbound', null],
		['message.delivered', 'outbound', null],
		['message.read', 'outbound', null],
	])('%s says by its name that it is %s', (event, direction, to) => {
		const item = { ...read, direction, to, line: '+12025551234', from: ava.handle, text: 'Hi' };
		expect(bare(event, message)).toMatchObject(item);
		expect(bare(event, { ...message, sender_handle: ava.handle })).toMatchObject(item);
		expect(bare(event, { ...message, direction: null })).toMatchObject(item);
	});

	test.each([
		['message.received', 'inbound', '+12025551234', '+12025559876'],
		['message.sent', 'outbound', '+12025551234', '+12025551234'],
		['message.delivered', 'outbound', '+12025551234', '+12025551234'],
		['message.read', 'outbound', '+12025551234', '+12025551234'],
	])('%s of version 2025-01-01 as well', (event, direction, line, from) => {
		const item = flat(event, { is_from_me: undefined }, 'webhooks-2025-01-01');
		expect(item).toMatchObject({ direction, line, from });
	});

	test('a message of version 2025-01-01 with its id alone', () => {
		const item = bare('message.delivered', { chat_id: 'c', message_id: 'm', chat: null });
		expect(item).toMatchObject({ ...read, direction: 'outbound', text: '' });
	});

	test('what Linq says about the direction counts more than the name', () => {
		const item = bare('message.sent', { ...message, direction: 'inbound' });
		expect(item).toMatchObject({ direction: 'inbound' });
	});

	test('parts whose fields are null', () => {
		const parts = [
			{ type: 'text', value: 'Hi', mentions: null },
			{ type: 'media', id: 'a', url: null, filename: null, mime_type: null, size_bytes: null },
		];
		expect(bare('message.received', { ...message, parts })).toMatchObject({
			text: 'Hi',
			media: [{ attachment_id: 'a', url: null }],
		});
	});

	test('an edit with the body of a received message', () => {
		expect(bare('message.edited', message)).toMatchObject({
			...read,
			direction: 'inbound',
			from: ava.handle,
			text: 'Hi',
			part_index: null,
			edited_at: null,
		});
	});

	test.each([
		['who is the account’s', { handle: '+1', is_me: true }, 'outbound'],
		['who is not', { handle: '+12025551234', is_me: false }, 'inbound'],
		['who is the line of the chat', { handle: '+12025551234' }, 'outbound'],
		['who is not', { handle: '+12025559876', is_me: null }, 'inbound'],
	])('an edit by a sender %s', (_who, sender_handle, direction) => {
		const item = bare('message.edited', { ...message, sender_handle });
		expect(item).toMatchObject({ direction });
	});

	test('a failure with the body of a received message', () => {
		const body = { ...message, chat: { ...chat, health_status: { status: 'CRITICAL' } } };
		expect(bare('message.failed', body)).toMatchObject({
			...read,
			direction: 'outbound',
			health_status: 'CRITICAL',
			status: 'failed',
			text: 'Hi',
			error_code: null,
			error_message: null,
		});
	});

	test('a failure with the body of a received message of version 2025-01-01', () => {
		const { data } = payloadOf('message.received', 'webhooks-2025-01-01');
		expect(bare('message.failed', data)).toMatchObject({
			chat_id: data.chat_id,
			message_id: (data.message as IDataObject).id,
			direction: 'outbound',
			text: 'Hello!',
		});
	});

	test.each([
		[{ ...ava, is_me: false }, 'inbound'],
		[{ ...ava, is_me: true }, 'outbound'],
		[ava, 'inbound'],
		[ava.handle, 'inbound'],
	])('a reaction with sender_handle %j alone', (sender_handle, direction) => {
		const item = bare('reaction.added', {
			chat,
			message_id: 'm',
			reaction_type: 'like',
			sender_handle,
		});
		expect(item).toMatchObject({ ...read, direction, from: ava.handle, reaction: 'like' });
	});

	test.each([
		[{}, null],
		[{ is_from_me: false }, 'inbound'],
		[{ is_from_me: true }, 'outbound'],
	])('a reaction without a sender, with %j', (said, direction) => {
		const item = bare('reaction.added', { chat_id: 'c', reaction_type: 'like', ...said });
		expect(item).toMatchObject({ chat_id: 'c', from: null, direction });
	});

	test.each([
		[{ chat: {} }, { chat_id: null, from: null, line: null }],
		[{ chat }, { chat_id: 'c', from: null, to: '+12025551234', line: '+12025551234' }],
		[
			{ chat, sender_handle: ava },
			{ chat_id: 'c', from: ava.handle },
		],
		[
			{ chat_id: 'd', shared_by: '+1', shared_with: '+2' },
			{ chat_id: 'd', from: '+1', to: '+2' },
		],
	])('location.sharing.started of %j', (data, expected) => {
		for (const event of ['location.sharing.started', 'location.sharing.stopped']) {
			const item = bare(event, data);
			expect(item).toMatchObject(expected);
			expect(item).not.toHaveProperty('data');
		}
	});

	test.each([
		['phone_number.status_updated', {}],
		['phone_number.status_updated.health', {}],
		[
			'phone_number.status_updated.health',
			{ new_reputation: undefined, previous_reputation: undefined },
		],
	])('%s without %j', (name, change) => {
		expect(flat(name, change)).toMatchObject({
			event: 'phone_number.status_updated',
			line: '+12025551234',
			status: 'FLAGGED',
			previous_status: 'ACTIVE',
			reputation: 'CRITICAL',
			previous_reputation: 'AT_RISK',
		});
	});

	test.each([
		['poll.received', ava, 'inbound'],
		['poll.sent', undefined, 'outbound'],
		['poll.delivered', ava, 'outbound'],
		['poll.vote.added', ava, 'inbound'],
		['poll.vote.removed', { ...ava, is_me: true }, 'outbound'],
		['poll.updated', { handle: '+12025551234' }, 'outbound'],
		['poll.vote.added', undefined, null],
	])('%s by %j is %s', (event, sender_handle, direction) => {
		const change = { direction: undefined, sender_handle };
		expect(flat(event, change)).toMatchObject({ direction });
	});
});

test('data of another shape than the contract has passes through', () => {
	expect(flat('message.received', { chat: 7 })).toMatchObject({ data: { chat: 7 } });
});
