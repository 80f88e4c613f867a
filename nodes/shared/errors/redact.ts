/** Shorter ones would also black out words. Linq's are longer. */
const MIN_LENGTH = 6;

/** How many tokens a process remembers. */
const REMEMBERED = 100;

/** Tokens of the credentials that this process has used, the oldest first. */
const tokens = new Set<string>();

/** Remembers a token as something that must not be shown, whoever sends it back. */
export function hide(token: unknown): void {
	if (typeof token !== 'string' || token.trim().length < MIN_LENGTH) return;
	tokens.add(token.trim());
	const [oldest = ''] = tokens;
	if (tokens.size > REMEMBERED) tokens.delete(oldest);
}

/** A text for an error or a log, with the tokens in it blacked out, also where they are URL-encoded. */
export function redact(text: string): string {
	let redacted = text;
	for (const token of tokens) {
		for (const form of [token, encodeURIComponent(token)]) {
			redacted = redacted.replaceAll(form, '***');
		}
	}
	return redacted;
}
