import type { IHookFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { CREDENTIAL } from '../../shared/api/credential';

/**
 * A subscription of ours that could not be deleted. It is one only as long as its address is exactly
 * as it was left: whoever takes it up again gives it another key.
 */
const orphan = z.object({ id: z.string(), targetUrl: z.string() });

export type Orphan = z.infer<typeof orphan>;

/** How many a process remembers of each credential. */
const REMEMBERED = 100;

/**
 * Orphans that this process left behind, by credential. Static data does not outlive a test, and is
 * nobody's any more when the node or the workflow is deleted.
 */
const leftHere = new Map<string, Orphan[]>();

/** Subscriptions that could not be deleted: by this node, or by this process with this credential. */
export function orphansOf(context: IHookFunctions): Orphan[] {
	return [...stored(context), ...(leftHere.get(credentialOf(context)) ?? [])];
}

/** Remembers subscriptions that could not be deleted; n8n saves static data after the call. */
export function rememberOrphans(context: IHookFunctions, orphans: Orphan[]): void {
	if (orphans.length === 0) return;
	const credential = credentialOf(context);
	leftHere.set(credential, merged(leftHere.get(credential) ?? [], orphans).slice(-REMEMBERED));
	context.getWorkflowStaticData('node').orphans = merged(stored(context), orphans);
}

/** Forgets subscriptions that are gone, or in use again. */
export function forgetOrphans(context: IHookFunctions, orphans: Orphan[]): void {
	const ids = new Set(orphans.map(({ id }) => id));
	const credential = credentialOf(context);
	leftHere.set(
		credential,
		(leftHere.get(credential) ?? []).filter(({ id }) => !ids.has(id)),
	);
	const rest = stored(context).filter(({ id }) => !ids.has(id));
	const data = context.getWorkflowStaticData('node');
	if (rest.length > 0) data.orphans = rest;
	else delete data.orphans;
}

const stored = (context: IHookFunctions): Orphan[] =>
	z.array(orphan).safeParse(context.getWorkflowStaticData('node').orphans).data ?? [];

const merged = (some: Orphan[], more: Orphan[]) => [
	...some.filter(({ id }) => !more.some((other) => other.id === id)),
	...more,
];

const credentialOf = (context: IHookFunctions) =>
	String(context.getNode().credentials?.[CREDENTIAL]?.id ?? '');
