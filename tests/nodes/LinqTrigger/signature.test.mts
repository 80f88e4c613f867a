import { Webhook } from 'standardwebhooks';

import { refusal } from '../../../nodes/LinqTrigger/signature.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const NOW = 1_770_000_000_000;
const BODY = Buffer.from('{"event_type":"message.received","text":"Zürich 🎉"}');

/** Headers as the reference implementation signs them. */
function signed({ secret = SECRET, at = NOW, body = BODY } = {}) {
	const date = new Date(at);
	return {
		'webhook-id': 'evt_1',
		'webhook-timestamp': String(Math.floor(at / 1000)),
		'webhook-signature': new Webhook(secret).sign('evt_1', date, body.toString()),
	};
}

test('accepts what the reference implementation signs', () => {
	expect(refusal({ headers: signed(), rawBody: BODY }, SECRET, NOW)).toBeUndefined();
});

test('accepts one good signature among several', () => {
	const good = signed();
	const headers = {
		...good,
		'webhook-signature': `v1,AAAA v2,xyz ${good['webhook-signature']}`,
	};
	expect(refusal({ headers, rawBody: BODY }, SECRET, NOW)).toBeUndefined();
});

test.each([-300, 300])('accepts a clock that is %d seconds off', (seconds) => {
	const headers = signed({ at: NOW + seconds * 1000 });
	expect(refusal({ headers, rawBody: BODY }, SECRET, NOW)).toBeUndefined();
});

test.each<[string, Record<string, string>, Buffer, string]>([
	[
		'another key',
		signed({ secret: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }),
		BODY,
		'signature is wrong',
	],
	['another body', signed(), Buffer.from(`${BODY.toString()} `), 'signature is wrong'],
	['another id', { ...signed(), 'webhook-id': 'evt_2' }, BODY, 'signature is wrong'],
	['an old time', signed({ at: NOW - 301_000 }), BODY, 'more than five minutes off'],
	['a time to come', signed({ at: NOW + 301_000 }), BODY, 'more than five minutes off'],
	[
		'a moved time',
		{ ...signed(), 'webhook-timestamp': String(NOW / 1000 + 1) },
		BODY,
		'signature is wrong',
	],
	['an unreadable time', { ...signed(), 'webhook-timestamp': '1e9' }, BODY, 'cannot be read'],
	['an empty signature', { ...signed(), 'webhook-signature': '' }, BODY, 'signature is wrong'],
	[
		'a version that is not known',
		{ ...signed(), 'webhook-signature': signed()['webhook-signature'].replace('v1,', 'v0,') },
		BODY,
		'signature is wrong',
	],
	['no headers', {}, BODY, 'header is missing'],
])('refuses %s', (_, headers, rawBody, reason) => {
	expect(refusal({ headers, rawBody }, SECRET, NOW)).toContain(reason);
});
