import { once } from 'lodash';
import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

import type { BinaryFile } from '../files/binaryFile';
import { RemoteSource } from '../files/binaryFile';
import type { FileContent } from '../files/fileContent';
import { findData, readContent } from '../files/fileContent';
import type { Uploaded } from '../files/uploaded';

/** How an item gets at its files, and uploads them. */
export interface Uploader {
	/** Brings a file into n8n's storage. */
	fetch(url: string): Promise<IBinaryData>;
	upload(content: FileContent): Promise<Uploaded>;
	/** Waits for the upload of another item. */
	waitFor(upload: Promise<Uploaded>): Promise<Uploaded>;
}

/** A file of a run. */
export interface Known {
	/** Its content; released once uploaded, since it may hold the bytes. */
	content?: Promise<FileContent>;
	digest?: () => Promise<string>;
	uploaded?: Promise<Uploaded>;
}

/** The files that a run sends: each is looked at and uploaded once, however many items send it. */
export class Uploads {
	/** By n8n's id of a file, or by its bytes where n8n keeps them in the item; then by what it is for. */
	readonly #files = new Map<string, Map<string, Known>>();
	/** Those whose upload has begun, in that order, by what two must have in common to be the same. */
	readonly #begun = new Map<string, Set<Known>>();

	/**
	 * Looks at a file, unless an item before has.
	 *
	 * @throws InvalidInput when there is none, or Linq would refuse it
	 */
	async look(
		context: IExecuteSingleFunctions,
		file: BinaryFile,
		uploader: Uploader,
	): Promise<Known> {
		const { source, use, label, named } = file;
		const data = source instanceof RemoteSource ? source : findData(context, source, label);
		const read = async () => {
			const found = data instanceof RemoteSource ? await uploader.fetch(data.url) : data;
			const { fileName = found.fileName, mimeType = found.mimeType } = named;
			return await readContent(context, { ...found, fileName, mimeType }, file);
		};
		const identity = data instanceof RemoteSource ? data.url : (data.id ?? data.data);
		const purpose = JSON.stringify([use.purpose, nameIn(data), named]);
		const byPurpose = this.#files.get(identity) ?? new Map<string, Known>();
		this.#files.set(identity, byPurpose);
		const known = byPurpose.get(purpose) ?? { content: read() };
		byPurpose.set(purpose, known);
		known.content?.catch(() => byPurpose.delete(purpose));
		await known.content;
		return known;
	}

	/**
	 * Uploads a file that was looked at, unless an item before has.
	 *
	 * @throws what the uploader throws
	 */
	async upload(known: Known, uploader: Uploader): Promise<Uploaded> {
		if (known.uploaded) return await uploader.waitFor(known.uploaded);
		const uploaded = this.#begin(known, uploader);
		known.uploaded = uploaded;
		// The next try begins anew.
		uploaded.catch(() => (known.uploaded = undefined));
		return await uploaded;
	}

	async #begin(known: Known, uploader: Uploader): Promise<Uploaded> {
		const content = (await known.content) as FileContent;
		const { name, contentType, size, digest } = content;
		const kind = `${size} ${contentType} ${name}`;
		const begun = this.#begun.get(kind) ?? new Set<Known>();
		// One whose upload has failed keeps its place.
		this.#begun.set(kind, begun.add(known));
		known.digest = digest && once(digest);
		const equal = await findEqualBefore(known, begun);
		const uploaded = await (equal?.uploaded
			? uploader.waitFor(equal.uploaded)
			: uploader.upload(content));
		known.content = undefined;
		return uploaded;
	}
}

/** Name and type of a file in one item; they can differ in the next. */
const nameIn = (data: IBinaryData | RemoteSource) =>
	data instanceof RemoteSource ? [] : [data.fileName, data.mimeType];

/**
 * One with the same bytes. They are compared only where all else is the same, and only with those
 * before it: two that waited for each other, or one for itself, would wait for ever.
 */
async function findEqualBefore(known: Known, begun: Set<Known>): Promise<Known | undefined> {
	if (!known.digest) return undefined;
	for (const one of begun) {
		if (one === known) return undefined;
		if (one.uploaded && (await one.digest?.()) === (await known.digest())) return one;
	}
	return undefined;
}
