import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod';

import { redact } from '../../shared/errors/redact';
import type { UnansweredRequest } from '../operation';
import { request } from './ask';
import type { Item } from './item';
import { sentLog } from './sentLog';

/**
 * Finds out in Linq whether the request of an item did its work although no answer came, where its
 * operation can see that.
 *
 * @param startedAt when the first try was made, by our clock; epoch milliseconds
 * @returns what the output says of it; undefined when nothing is to be seen of it
 */
export async function lookUp(item: Item, startedAt: number): Promise<IDataObject | undefined> {
	const { lookup } = item.operation;
	if (!lookup || !item.isUncertain) return undefined;
	try {
		// A message that another item of the lane is sending must not be mistaken for this one.
		if (item.address.lane) await sentLog.settle(item.address.lane);
		const found = await lookup(new Unanswered(item, startedAt));
		if (typeof found?.id === 'string') sentLog.add(found.id);
		return found && { ...found, found: true };
	} catch (error) {
		// The first failure is the one to show, and it says that the item may have been sent.
		item.context.logger.warn(
			redact(`Linq did not say whether item ${item.index} was sent: ${(error as Error).message}`),
		);
		return undefined;
	}
}

class Unanswered implements UnansweredRequest {
	readonly url: string;
	readonly body: IDataObject;

	constructor(
		private readonly item: Item,
		readonly startedAt: number,
	) {
		this.url = item.request.url;
		this.body = (item.request.body ?? {}) as IDataObject;
	}

	get context() {
		return this.item.context;
	}

	sent(field: string): unknown {
		return this.item.sent(field);
	}

	isKnown(id: string): boolean {
		return sentLog.has(id);
	}

	async read<Shape extends z.ZodTypeAny>(
		url: string,
		shape: Shape,
		qs?: IDataObject,
	): Promise<z.output<Shape> | undefined> {
		const answer = await request(this.item, { method: 'GET', url, qs });
		return shape.safeParse(answer).data as z.output<Shape> | undefined;
	}
}
