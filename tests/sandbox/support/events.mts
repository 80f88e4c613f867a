import { OpenAPIBackend, type Document } from 'openapi-backend';
import { ajvFor } from '../../../sandbox/contract/validation.mts';
import { loadContract } from '../../../sandbox/contract/document.mts';

/** Says what is wrong with an event by the contract; empty when nothing is. */
export type EventCheck = (payload: { event_type: string; webhook_version: string }) => string[];

/** Compiles the contract's webhooks, which describe version 2026-02-03. */
export async function eventCheck(): Promise<EventCheck> {
	const contract = loadContract() as unknown as Document & {
		webhooks: Record<string, { post: { operationId: string } }>;
	};
	const backend = new OpenAPIBackend({
		definition: {
			openapi: contract.openapi,
			info: contract.info,
			components: contract.components,
			paths: Object.fromEntries(
				Object.entries(contract.webhooks).map(([type, item]) => [
					`/${type}`,
					{ post: { ...item.post, parameters: [] } },
				]),
			),
		} as unknown as Document,
		quick: true,
		strict: true,
		customizeAjv: ajvFor,
	});
	await backend.init();
	return (payload) => {
		const { errors } = backend.validateRequest({
			method: 'POST',
			path: `/${payload.event_type}`,
			headers: { 'content-type': 'application/json' },
			body: structuredClone(payload),
		});
		return (errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
	};
}
