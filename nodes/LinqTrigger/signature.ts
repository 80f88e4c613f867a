import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of Linq and this n8n may be apart (contract/behaviour.md, section 11). */
const TOLERANCE_SECONDS = 300;

/** What a signature is checked over. Header names are in lower case, as Node.js gives them. */
export interface Delivery {
	headers: Record<string, string | string[] | undefined>;
	/** The body byte by byte as it came: a body parsed and written again need not be the same. */
	rawBody: Buffer;
}

/**
 * Checks that a delivery comes from Linq: Standard Webhooks signature over id, time and raw body
 * (contract/behaviour.md, section 11).
 *
 * @param secret `whsec_` and the key in base64, as Linq gave it for the subscription
 * @param now milliseconds since 1970
 * @returns why the delivery is refused, without anything secret; undefined when it is good
 */
export function refusal(
	{ headers, rawBody }: Delivery,
	secret: string,
	now = Date.now(),
): string | undefined {
	const id = headers['webhook-id'];
	const timestamp = headers['webhook-timestamp'];
	const signatures = headers['webhook-signature'];
	if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') {
		return 'a signature header is missing';
	}
	if (!/^\d{1,12}$/.test(timestamp)) return 'its time cannot be read';
	if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) {
		return 'its time is more than five minutes off';
	}
	const expected = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
		.update(`${id}.${timestamp}.`)
		.update(rawBody)
		.digest();
	const good = signatures
		.split(' ')
		.filter((signature) => signature.startsWith('v1,'))
		.some((signature) => equal(Buffer.from(signature.slice(3), 'base64'), expected));
	return good ? undefined : 'its signature is wrong';
}

const equal = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);
