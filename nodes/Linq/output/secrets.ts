/**
 * Fields of outputs that give whoever reads them power over webhooks or money (contract/openapi.yaml,
 * WebhookSubscriptionCreated and PaymentCredentials). n8n hides them in executions; the workflow gets them.
 */
export const SECRETS = [
	'signing_secret',
	'handoff.card_ref',
	'handoff.fetch_url',
	'handoff.user_token',
];
