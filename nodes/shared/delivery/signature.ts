import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the clocks of Linq and this n8n may be apart (contract/behaviour.md, section 11). */
const TOLERANCE_SECONDS = 300;

/** The signed content. Header names are in lower case, as Node.js gives them. */
export interface Delivery {
	headers: Record<string, string | string[] | undefined>;
	/** The body byte by byte as it came: a body parsed and written again need not be the same. */
	rawBody: Buffer;
}

/** A way to sign: what the headers claim, and what they would have to say. */
interface Claim {
	/** Unix seconds, as text. */
	timestamp: string;
	signatures: string[];
	sign: (secret: string, rawBody: Buffer) => string;
}

/**
 * Checks that a delivery comes from Linq: its time, and a signature over time and raw body with one
 * of the secrets (contract/behaviour.md, section 11).
 *
 * @param secrets as Linq gave them; usually one, two while one takes the place of the other
 * @param now milliseconds since 1970
 * @returns which secret it is signed with, or why it is refused, without anything secret
 */
export function verify(
	{ headers, rawBody }: Delivery,
	secrets: string[],
	now = Date.now(),
): { secret: string } | { refused: string } {
	const claim = standardClaim(headers) ?? legacyClaim(headers);
	if (!claim) return { refused: 'a signature header is missing' };
	if (!/^\d{1,12}$/.test(claim.timestamp)) return { refused: 'its time cannot be read' };
	if (Math.abs(Math.floor(now / 1000) - Number(claim.timestamp)) > TOLERANCE_SECONDS) {
		return { refused: 'its time is more than five minutes off' };
	}
	const secret = secrets.find((candidate) => {
		const expected = claim.sign(candidate, rawBody);
		return claim.signatures.some((signature) => equal(signature, expected));
	});
	return secret === undefined ? { refused: 'its signature is wrong' } : { secret };
}

/** Standard Webhooks: one or more `v1,<base64>`, separated by spaces. */
function standardClaim(headers: Delivery['headers']): Claim | undefined {
	const id = textOf(headers['webhook-id']);
	const timestamp = textOf(headers['webhook-timestamp']);
	const signatures = textOf(headers['webhook-signature']);
	if (!id || !timestamp || !signatures) return undefined;
	return {
		timestamp,
		signatures: signatures.split(' '),
		sign: (secret, rawBody) => {
			const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
			return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest('base64')}`;
		},
	};
}

/** The older headers, for the case that a proxy drops the others; keyed with the secret as text. */
function legacyClaim(headers: Delivery['headers']): Claim | undefined {
	const timestamp = textOf(headers['x-webhook-timestamp']);
	const signature = textOf(headers['x-webhook-signature']);
	if (!timestamp || !signature) return undefined;
	return {
		timestamp,
		signatures: [signature],
		sign: (secret, rawBody) =>
			createHmac('sha256', secret).update(`${timestamp}.`).update(rawBody).digest('hex'),
	};
}

const textOf = (header: string | string[] | undefined) =>
	typeof header === 'string' ? header : undefined;

/** Compares in constant time. */
function equal(given: string, expected: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}
