import { Webhook } from 'standardwebhooks';
import { request } from 'undici';

/** A webhook as it goes over the wire. */
export interface Posted {
	headers: Record<string, string>;
	body: Buffer;
}

/** The headers with which the reference implementation signs a body. */
export const signature = (secret: string, id: string, body: string, at = Date.now()) => ({
	'webhook-id': id,
	'webhook-timestamp': String(Math.floor(at / 1000)),
	'webhook-signature': new Webhook(secret).sign(id, new Date(at), body),
});

/** A made-up text of Ava's as Linq would deliver it. @param data what is to be else in the event */
export function madeUpDelivery(
	secret: string,
	eventId: string,
	data: object = {},
	at = Date.now(),
): Posted {
	const body = JSON.stringify({
		api_version: 'v3',
		webhook_version: '2026-02-03',
		event_type: 'message.received',
		event_id: eventId,
		created_at: new Date(at).toISOString(),
		data: {
			id: 'm',
			chat: { id: '22222222-0000-4000-8000-000000000001', is_group: false },
			direction: 'inbound',
			sender_handle: { handle: '+12025550111', is_me: false },
			parts: [{ type: 'text', value: 'Zürich 🎉' }],
			...data,
		},
	});
	const headers = { 'content-type': 'application/json', ...signature(secret, eventId, body, at) };
	return { headers, body: Buffer.from(body) };
}

/** Posts it as Linq does. @returns the status of the answer */
export async function postDelivery(url: string, { headers, body }: Posted): Promise<number> {
	const answer = await request(url, { method: 'POST', headers, body });
	await answer.body.dump();
	return answer.statusCode;
}
