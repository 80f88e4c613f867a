import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../shared/object';
import { BinaryFile } from '../files/binaryFile';
import type { Item } from './item';
import { Interrupted } from './retry';
import { ItemUploader } from './upload';
import type { Known } from './uploads';

/** Files of the node before that stand in a body, in the order in which they stand there. */
export function filesIn(value: unknown): BinaryFile[] {
	if (value instanceof BinaryFile) return [value];
	if (Array.isArray(value)) return value.flatMap(filesIn);
	return isObject(value) ? Object.values(value).flatMap(filesIn) : [];
}

/**
 * Uploads the files in the body of an item, and puts what Linq wants in their places: ids or URLs.
 * All files are looked at before the first one is uploaded.
 *
 * @throws InvalidInput when one is not there or not of a kind that Linq takes; what the upload threw
 */
export async function uploadFiles(item: Item): Promise<void> {
	const { request, series } = item;
	const files = filesIn(series ? series.bodies : request.body);
	if (files.length === 0) return;
	const work = async () => await placesOf(item, files);
	const places = await (files.some(({ use }) => use.convert) ? amongFew(item, work) : work());
	if (series) item.series = series.map((body) => filled(body, places) as IDataObject);
	request.body = filled(request.body, places) as IDataObject;
}

/** The values that take the places of the files. */
async function placesOf(item: Item, files: BinaryFile[]): Promise<Map<BinaryFile, string>> {
	const { uploads } = item.run;
	const uploader = new ItemUploader(item);
	const looked: Array<[BinaryFile, Known]> = [];
	for (const file of files) {
		looked.push([file, await uploads.look(item.context, file, uploader)]);
	}
	const places = new Map<BinaryFile, string>();
	for (const [file, known] of looked) {
		const uploaded = await uploads.upload(known, uploader);
		places.set(file, uploaded[file.use.as]);
	}
	return places;
}

/**
 * Work that holds a whole file in memory: few items do it at the same time. Who waits for a place
 * among them has no slot, since those who have a place need slots.
 */
async function amongFew<T>(item: Item, work: () => Promise<T>): Promise<T> {
	const { attempt, index, ticket } = item;
	attempt.queue.release(ticket);
	const place = attempt.transfers.enter(index, undefined);
	try {
		if (!(await attempt.transfers.acquire(place))) throw new Interrupted();
		if (!(await attempt.queue.acquire(ticket))) throw new Interrupted();
		return await work();
	} finally {
		attempt.transfers.leave(place);
	}
}

/** The same body with texts for files. */
function filled(value: unknown, places: Map<BinaryFile, string>): unknown {
	if (value instanceof BinaryFile) return places.get(value);
	if (Array.isArray(value)) return value.map((entry) => filled(entry, places));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name, filled(entry, places)]),
	);
}
