import type { IExecuteSingleFunctions, PreSendAction } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { deliveryOf, keepDelivery } from '../send/item';
import { InvalidInput } from '../../shared/errors/invalidInput';

/**
 * A preSend hook whose error the envelope throws, in the item's turn. Thrown by the hook itself it
 * would pass the envelope by, and n8n would go on with the items behind.
 */
export function guarded(hook: PreSendAction): PreSendAction {
	return async function (request) {
		const delivery = deliveryOf(request);
		if (!delivery.isOn) return request;
		try {
			const built = await hook.call(this, request);
			if (built !== request) keepDelivery(built, delivery);
			return built;
		} catch (error) {
			delivery.refusal = asNodeError(this, error);
			return request;
		}
	};
}

/** n8n's own error for what a hook threw, at the item it belongs to. */
export function asNodeError(context: IExecuteSingleFunctions, error: unknown): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	return new NodeOperationError(context.getNode(), error as Error, {
		description: error instanceof InvalidInput ? error.wayOut : undefined,
		itemIndex: context.getItemIndex(),
	});
}
