import type { Method } from '../support/sandboxClient.mts';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

/* A refusal says in plain words what is wrong with which field. */

let lab: Lab;
beforeAll(async () => {
	lab = await Lab.start();
});
afterAll(() => lab.close());

const text = { type: 'text', value: 'Hello' };
const sent = (...parts: unknown[]) => ({ message: { parts } });
const card = {
	type: 'imessage_app',
	app: { bundle_id: 'com.example', name: 'App', team_id: 'ABCDE12345' },
	layout: { caption: 'Order' },
};
const decorated = (decoration: object) => sent({ ...text, text_decorations: [decoration] });

/** Of one operation each: body, code, and what the message says behind the contract's own words. */
const bodies: Record<string, Array<[unknown, number, string]>> = {
	[`POST /v3/chats/${SEED.avaChat}/messages`]: [
		[undefined, 1003, 'the body is missing'],
		[[], 1003, 'the body must be an object, not an array'],
		[{}, 1001, 'message is missing'],
		[{ message: null }, 1004, 'message must be an object, not null'],
		[{ message: {} }, 1001, 'message needs parts or experience'],
		[
			{ message: { parts: [text], experience: { name: 'agentcard', action: 'attach_card' } } },
			1004,
			'message may have only one of parts and experience',
		],
		[{ message: { parts: 'x' } }, 1004, 'message.parts must be an array, not "x"'],
		[sent(), 1004, 'message.parts must not be empty'],
		[sent('x'), 1004, 'message.parts[0] must be an object, not "x"'],
		[sent({}), 1004, 'message.parts[0].type is missing'],
		[
			sent({ type: 'sound' }),
			1004,
			'message.parts[0].type must be one of text, media, link, imessage_app, app_clip, not "sound"',
		],
		[sent({ type: 'text' }), 1004, 'message.parts[0].value is missing'],
		[sent({ type: 'text', value: 5 }), 1004, 'message.parts[0].value must be a string, not 5'],
		[sent({ type: 'text', value: '' }), 1004, 'message.parts[0].value must not be empty'],
		[
			sent({ type: 'text', value: 'x'.repeat(10_001) }),
			1004,
			'message.parts[0].value may have at most 10,000 characters, but has 10,001',
		],
		[
			sent(...Array<unknown>(101).fill({ type: 'media', url: 'https://example.com/a.png' })),
			1004,
			'message.parts may have at most 100 entries, but has 101',
		],
		[
			sent(text, { type: 'link', value: 'https://example.com' }),
			1004,
			'message.parts must have one entry only, since a link, app card or App Clip goes alone',
		],
		[sent(text, text), 1004, 'message.parts[0] and message.parts[1] are both text'],
		[sent({ type: 'media' }), 1004, 'message.parts[0] needs url or attachment_id'],
		[
			sent({ type: 'media', url: 'http://example.com/a.png' }),
			1004,
			'message.parts[0].url must begin with https://, not "http://example.com/a.png"',
		],
		[
			sent({ type: 'media', attachment_id: 'x' }),
			1004,
			'message.parts[0].attachment_id must be a UUID, not "x"',
		],
		[
			decorated({ range: [0, 1] }),
			1004,
			'message.parts[0].text_decorations[0] needs style or animation',
		],
		[
			decorated({ range: [0, 1], style: 'bold', animation: 'nod' }),
			1004,
			'message.parts[0].text_decorations[0] may have only one of style and animation',
		],
		[
			decorated({ range: [0, 1], style: 'fat' }),
			1004,
			'message.parts[0].text_decorations[0].style must be one of bold, italic, strikethrough, underline, not "fat"',
		],
		[
			sent({ ...text, mention_range: [0, 1] }),
			1004,
			'message.parts[0].mention_range needs mention beside it',
		],
		[
			sent({ ...card, layout: {} }),
			1008,
			'message.parts[0].layout needs caption, subcaption, trailing_caption, trailing_subcaption or image_url',
		],
		[
			sent({ ...card, app: { ...card.app, team_id: 'x' } }),
			1008,
			'message.parts[0].app.team_id must be ten capital letters and digits, not "x"',
		],
		[
			{ message: { parts: [text], idempotency_key: 'k'.repeat(256) } },
			1005,
			'message.idempotency_key may have at most 255 characters, but has 256',
		],
	],
	'POST /v3/chats': [
		[{ from: '555', to: [SEED.ava], ...sent(text) }, 1002, 'from is "555"'],
		[
			{ from: SEED.line, to: [SEED.ben, 'ava'], ...sent(text) },
			1002,
			'to[1] is "ava", which is no email address either',
		],
	],
	[`PUT /v3/chats/${SEED.group}`]: [
		[{}, 1005, 'the body must have at least 1 field'],
		[{ group_chat_icon: 'x' }, 1005, 'group_chat_icon must be a URL, not "x"'],
	],
	[`POST /v3/messages/${SEED.toAva}/reactions`]: [
		[{ operation: 'add', type: 'custom' }, 1001, 'custom_emoji is missing'],
		[{ operation: 'add', type: 'sticker' }, 1001, 'the body needs emoji, url or attachment_id'],
		[
			{ operation: 'remove', type: 'sticker', emoji: '🎉' },
			1005,
			'operation must be "add", not "remove"',
		],
		[
			{ operation: 'add', type: 'love', part_index: 0.5 },
			1005,
			'part_index must be a whole number, not 0.5',
		],
	],
	[`POST /v3/messages/${SEED.toAva}/update`]: [
		[
			{ ...card, url: 'https://example.com', experience: { name: 'a', action: 'b' } },
			1005,
			'the body may not have url and experience together',
		],
	],
	'POST /v3/payment_requests': [
		[{ amount: 1, currency: 'usd' }, 1005, 'amount must be 50 or more, not 1'],
		[{ amount: 100, currency: 'eur' }, 1005, 'currency must be usd, not "eur"'],
		[
			{ amount: 100, currency: 'usd', metadata: { linq_id: '1' } },
			1005,
			'metadata may not have the name "linq_id"',
		],
		[
			{ mode: 'subscription', price_id: 'p', amount: 100 },
			1005,
			'the body may not have amount here',
		],
		[
			{ mode: 'subscription', price_id: 'p', trial_end: 'tomorrow' },
			1005,
			'trial_end must be a time such as 2026-09-01T12:00:00Z, not "tomorrow"',
		],
	],
	'POST /v3/webhook-subscriptions': [
		[
			{ target_url: 'http://example.com', subscribed_events: ['message.sent'] },
			1005,
			'target_url must begin with https:// and name a host, not "http://example.com"',
		],
		[
			{ target_url: 'https://example.com', subscribed_events: ['x'] },
			1005,
			'subscribed_events[0] must be one of message.sent, message.received, message.read, message.delivered, message.failed, message.edited, reaction.added, reaction.removed, poll.received, poll.failed, poll.sent, poll.delivered, poll.read, poll.updated, poll.vote.added, poll.vote.removed and 59 others, not "x"',
		],
	],
	'GET /v3/chats?limit=0': [[undefined, 1005, 'limit must be 1 or more, not 0']],
	'GET /v3/chats?limit=x': [[undefined, 1005, 'limit must be a whole number, not "x"']],
	'GET /v3/chats?size=5': [[undefined, 1005, 'there is no query parameter size']],
	'GET /v3/chats?from=5': [[undefined, 1002, 'from is "5"']],
	'PATCH /v3/contact_card': [[{ first_name: 'A' }, 1001, 'phone_number is missing']],
};

const rows = Object.entries(bodies).flatMap(([route, cases]) =>
	cases.map(([body, code, words]) => [words, route, body, code] as const),
);

test.each(rows)('"%s"', async (words, route, body, code) => {
	const [method, path = ''] = route.split(' ');
	const answer = await lab.client.api<ErrorAnswer>(method as Method, path, { body });
	expect(answer.body.error.message.split(': ').slice(1).join(': ')).toBe(words);
	expect(answer.body.error).toMatchObject({ status: 400, code });
});
