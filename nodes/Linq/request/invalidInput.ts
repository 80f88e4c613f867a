import type { PreSendAction } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/**
 * What a user entered that Linq would refuse, found before anything is sent.
 * The message names the field as the user sees it; `wayOut` says what to do.
 */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly wayOut: string,
	) {
		super(message);
		this.name = 'InvalidInput';
	}
}

/** A preSend hook whose InvalidInput comes out as n8n's own error, at the item it belongs to. */
export function guarded(hook: PreSendAction): PreSendAction {
	return async function (request) {
		try {
			return await hook.call(this, request);
		} catch (error) {
			throw new NodeOperationError(this.getNode(), error as Error, {
				description: error instanceof InvalidInput ? error.wayOut : undefined,
				itemIndex: this.getItemIndex(),
			});
		}
	};
}
