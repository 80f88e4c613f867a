import type { NodeOperationError } from 'n8n-workflow';

import type { Route } from './route';
import { isHarmless, keyPlaceOf } from './route';
import type { Run, Settled } from './run';
import type { Turn } from './queue';

/** One item on its way: from its first preSend hook to the end of its envelope. */
export class Delivery {
	/** Whether the item is to be sent; false once another one stopped the node. */
	mayGo = false;
	/** What a hook found wrong; nothing is sent then. */
	refusal?: NodeOperationError;
	/** How an earlier try of Retry On Fail ended it. */
	settled?: Settled;
	/** The idempotency key that it goes out with. */
	key?: string;
	/** Milliseconds that it has waited for Linq. */
	waited = 0;
	/** Whether a request went out of which nobody knows if Linq processed it. */
	isUnclear = false;

	constructor(
		readonly run: Run,
		readonly route: Route,
		readonly turn: Turn,
		readonly target: string,
	) {}

	/** Whether hooks and requests are still to be made. */
	get isOn(): boolean {
		return this.mayGo && !this.refusal && !this.settled;
	}

	/** Whether a request may be made again although Linq may have processed it. */
	get isRepeatable(): boolean {
		return this.key !== undefined || isHarmless(this.route);
	}

	/** Whether n8n's own retry must not do it again: what Linq gives no key to. */
	get isOnceOnly(): boolean {
		return this.run.retries && keyPlaceOf(this.route) === undefined && !isHarmless(this.route);
	}
}

/** By the request that n8n hands from hook to hook. */
const deliveries = new WeakMap<object, Delivery>();

export const keepDelivery = (request: object, delivery: Delivery): void => {
	deliveries.set(request, delivery);
};

/** The delivery that a prepared request belongs to. */
export function deliveryOf(request: object): Delivery {
	const delivery = deliveries.get(request);
	if (!delivery) throw new Error('The first hook of a request must be that of request/enter.ts');
	return delivery;
}
