import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The purpose of the key: one derived from the same token for another purpose is different. */
const PURPOSE = 'n8n-nodes-linqapp: signing secret of Linq Trigger, 1';

/** Who can open a sealed secret: whoever has the token, for this trigger alone. */
export interface Binding {
	/** API token of the credential. */
	token: string;
	/** This node in its workflow in this n8n. */
	owner: string;
	/** Its webhook. */
	trigger: string;
}

/**
 * Seals a signing secret, so that it can travel in the address that Linq delivers to and lie in
 * n8n's static data: whoever has the credential can open it, and nobody else can read it.
 *
 * AES-256-GCM; the key comes from the API token by HKDF-SHA256.
 *
 * @returns nonce, ciphertext and tag in base64url; another text each time
 */
export function seal(secret: string, { token, owner, trigger }: Binding): string {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(CIPHER, keyFor(token, owner), nonce, { authTagLength: TAG_BYTES });
	cipher.setAAD(Buffer.from(trigger));
	return Buffer.concat([
		nonce,
		cipher.update(secret, 'utf8'),
		cipher.final(),
		cipher.getAuthTag(),
	]).toString('base64url');
}

/**
 * Opens what seal() made.
 *
 * @returns undefined for what was sealed with another token, for another trigger, or not at all
 */
export function open(sealed: string, { token, owner, trigger }: Binding): string | undefined {
	const bytes = Buffer.from(sealed, 'base64url');
	if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
	const decipher = createDecipheriv(CIPHER, keyFor(token, owner), bytes.subarray(0, NONCE_BYTES), {
		authTagLength: TAG_BYTES,
	});
	decipher.setAAD(Buffer.from(trigger));
	decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
	try {
		const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
		return Buffer.concat([text, decipher.final()]).toString();
	} catch {
		return undefined;
	}
}

const keyFor = (token: string, owner: string) =>
	Buffer.from(hkdfSync('sha256', token, owner, PURPOSE, KEY_BYTES));
