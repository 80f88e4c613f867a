import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readEnvelope } from '../../../nodes/LinqTrigger/delivery/envelope.ts';
import {
	EVENTS,
	WITH_CHAT,
	WITH_CHAT_TYPE,
	WITH_DIRECTION,
	WITH_SENDER,
	WITH_TEXT,
} from '../../../nodes/shared/events.ts';
import { simplify } from '../../../nodes/LinqTrigger/simplify/index.ts';
import { simplifyMessage } from '../../../nodes/shared/simplify/message.ts';

const examples = join(import.meta.dirname, '../../../contract/examples');

/** A delivery of the contract in flat form; `change` is laid over its data. */
function flat(name: string, change: object = {}, folder = 'webhooks') {
	const payload = JSON.parse(readFileSync(join(examples, folder, `${name}.json`), 'utf8')) as {
		data: object;
	};
	const body = { ...payload, data: { ...payload.data, ...change } };
	const envelope = readEnvelope(Buffer.from(JSON.stringify(body)));
	if (!envelope) throw new Error(`${name} is no event`);
	return simplify(envelope);
}

const anyText = expect.any(String) as string;

const ALL = EVENTS.map(({ value }) => value);

test.each(ALL)('%s has its name, id and time first', (event) => {
	expect(Object.entries(flat(event)).slice(0, 3)).toEqual([
		['event', event],
		['event_id', anyText],
		['time', expect.stringMatching(/^\d{4}-\d\d-\d\dT/)],
	]);
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
	// What was changed can be of any type.
	expect(nested.filter((entry) => !entry.includes(' change_'))).toEqual([]);
});

const isObject = (value: unknown) =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

test('a message that came in', () => {
	expect(flat('message.received')).toEqual({
		event: 'message.received',
		event_id: anyText,
		time: '2026-02-05T19:31:13.736444093Z',
		chat_id: '8f392755-6865-4b18-880a-227f9d8b458f',
		is_group: false,
		message_id: '89e3566e-1d13-49e5-a8ee-48490d5bfeb7',
		direction: 'inbound',
		from: '+12025559876',
		to: '+12025551234',
		line: '+12025551234',
		text: 'Hello!',
		links: [],
		media: [],
		service: 'iMessage',
		status: 'received',
		effect: null,
		reply_to_message_id: null,
		sent_at: '2026-02-05T19:31:13.074Z',
		delivered_at: null,
		read_at: null,
		reconciled_at: null,
	});
});

test.each(readdirSync(join(examples, 'webhooks-2025-01-01')).map((file) => file.slice(0, -5)))(
	'%s reads the same in both versions of the payload',
	(event) => {
		// The examples were taken at different times and name different files.
		const apart = { event_id: null, time: null, media: null };
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
	['chat.created', {}, { name: anyText, participants: ['+14155559876'], line: '+14155551234' }],
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
			amount: 497,
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
		data: { who: { name: 'Ava' } },
	});
});

test('data of another shape than the contract has passes through', () => {
	expect(flat('message.received', { chat: 7 })).toMatchObject({ data: { chat: 7 } });
});
