import type { PreSendAction } from 'n8n-workflow';

import { fillAddress } from '../send/address';
import { leadTo } from '../../shared/api/credential';
import { Delivery, keepDelivery } from '../send/item';
import { asNodeError } from './guarded';
import type { Destination } from '../send/lane';
import { destinationOf } from '../send/lane';
import type { Route } from '../send/route';
import { runOf } from '../send/run';

/**
 * The first preSend hook of every operation: takes the item's place in line and waits for its turn,
 * so that nothing of a later item, not even the upload of a file, is done before.
 *
 * n8n starts the items one after the other and goes on with the next as soon as one awaits
 * (n8n-core, routing-node.ts, runNode). So the places are taken in the order of the items.
 */
export function enter(route: Route): PreSendAction {
	return async function (request) {
		let destination: Destination = { lane: undefined, target: '' };
		let wrong: unknown;
		try {
			fillAddress(this, route, request);
			destination = destinationOf(route, request);
		} catch (error) {
			wrong = error;
		}
		const run = runOf(this);
		const index = this.getItemIndex();
		const turn = run.turns.enter(index, destination.lane);
		const delivery = new Delivery(run, route, turn, destination.target);
		keepDelivery(request, delivery);
		run.open();
		delivery.mayGo = await run.turns.begin(turn);
		try {
			leadTo(await run.baseUrl, request);
		} catch (error) {
			wrong ??= error;
		}
		if (wrong) delivery.refusal = asNodeError(this, wrong);
		delivery.settled = run.settled.get(index);
		return request;
	};
}
