import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

type Context = IHookFunctions | IWebhookFunctions;

/** Names this node in this n8n. */
export const ownerOf = (context: Context) =>
	[context.getInstanceId(), context.getWorkflow().id, context.getNode().id].join('/');

/**
 * Names the webhook of this node that n8n activates or calls. A test listens beside the active
 * workflow, with an address and a subscription of its own.
 *
 * Not for delete(): n8n does not tell it what it deletes.
 */
export const triggerOf = (context: Context) =>
	`${context.getNode().webhookId ?? ''}/${context.getMode() === 'manual' ? 'test' : 'production'}`;
