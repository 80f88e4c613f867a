import type { IDataObject } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import { checkStated } from '../files/fileContent';
import { Series } from '../message/several/series';
import { filesIn } from './files';
import { checkHolds } from './holdBack';
import type { Item } from './item';
import { keyOf, putKey } from './key';
import { keyPlaceOf } from './route';
import { checkSecondOutput } from './secondOutput';

/**
 * Finds out what is wrong with an item as far as that can be known without Linq, and makes its
 * request on the way. To be called when the item enters, so that a whole list is known before the
 * first message of it leaves (listCheck.ts). What is wrong is kept in `item.problem`.
 */
export function check(item: Item): void {
	// It is not sent again, whatever its fields say by now.
	if (item.run.results.has(item.index)) return;
	try {
		if (item.problem) throw item.problem;
		assemble(item);
	} catch (error) {
		item.problem = undefined;
		try {
			if (!takeOver(item, error)) item.problem = error;
		} catch (refusal) {
			item.problem = refusal;
		}
	}
}

/**
 * Lets the operation take an item over that does what its own operation cannot do, if there is one.
 *
 * @param error what its own operation says, which is also why the other one cannot do it
 * @returns whether there is one
 * @throws what is wrong with the item there too
 */
export function takeOver(item: Item, error: unknown): boolean {
	const instead =
		error instanceof InvalidInput ? item.operation.instead?.(item.context) : undefined;
	if (!instead) return false;
	try {
		item.switchTo(instead);
		assemble(item);
	} catch (second) {
		throw second instanceof InvalidInput ? error : second;
	}
	return true;
}

/** Body and key of the request, and all that the user has set for it. @throws InvalidInput */
function assemble(item: Item): void {
	const { context, operation, request, run, settings } = item;
	checkSecondOutput(context);
	if (operation.buildBody) {
		const built = operation.buildBody(context, request.body as IDataObject, settings);
		if (built instanceof Series) item.series = built;
		request.body = built instanceof Series ? built.first : built;
	}
	for (const file of filesIn(item.series ? item.series.bodies : request.body)) {
		checkStated(context, file);
	}
	const place = keyPlaceOf(operation);
	item.key = place && keyOf(context, run.keys, item.address.target);
	if (place && item.key !== undefined) putKey(request, place, item.key);
	checkHolds(item);
}
