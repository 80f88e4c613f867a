import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { CREDENTIAL, readToken } from '../../shared/api/credential';
import type { Binding } from '../../shared/delivery/seal';
import { open, seal } from '../../shared/delivery/seal';
import { ownerOf, triggerOf } from './owner';

type Context = IHookFunctions | IWebhookFunctions;

/** How many opened secrets a process remembers. */
const REMEMBERED = 1_000;

/** Secrets that this process has sealed or opened, by trigger and sealed text; the oldest first. */
const opened = new Map<string, string>();

/** Seals a secret with the credential's present token, for this trigger. */
export async function sealSecret(context: Context, secret: string): Promise<string> {
	const sealed = seal(secret, await bindingOf(context));
	remember(context, sealed, secret);
	return sealed;
}

/**
 * Opens a sealed secret. What this process knows already it does not open again, because n8n reads
 * the credential from its database each time.
 *
 * @returns undefined when it cannot be opened: the token is another by now, or it is not ours
 */
export async function openSecret(context: Context, sealed: string): Promise<string | undefined> {
	return recall(context, sealed) ?? (await presentOpener(context))(sealed);
}

/** A secret that this process has sealed or opened before. */
export const recall = (context: Context, sealed: string): string | undefined =>
	opened.get(nameOf(context, sealed));

/** Reads the credential once, to open sealed secrets as a process does that remembers nothing. */
export async function presentOpener(
	context: Context,
): Promise<(sealed: string) => string | undefined> {
	const binding = await bindingOf(context);
	return (sealed) => {
		const secret = open(sealed, binding);
		if (secret !== undefined) remember(context, sealed, secret);
		return secret;
	};
}

async function bindingOf(context: Context): Promise<Binding> {
	const { apiToken } = await context.getCredentials(CREDENTIAL);
	return { token: readToken(apiToken), owner: ownerOf(context), trigger: triggerOf(context) };
}

function remember(context: Context, sealed: string, secret: string): void {
	opened.set(nameOf(context, sealed), secret);
	if (opened.size <= REMEMBERED) return;
	const [oldest = ''] = opened.keys();
	opened.delete(oldest);
}

const nameOf = (context: Context, sealed: string) =>
	[ownerOf(context), triggerOf(context), sealed].join(' ');
