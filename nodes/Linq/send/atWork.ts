import type { z } from 'zod';

import type { Network } from '../../shared/files/fetchFile';
import type { BinaryFile } from '../files/binaryFile';
import type { Uploaded } from '../files/uploaded';
import type { Call, ItemAtWork } from '../operation';
import { ask } from './ask';
import type { Item } from './item';
import { Interrupted, withHarmlessRetries } from './retry';
import { ItemUploader } from './upload';

/** An item, and the means to work on it, for operations that need several requests. */
export class AtWork implements ItemAtWork {
	/** The question that was put last. */
	#asked: Promise<unknown> = Promise.resolve();
	#isAsking = false;

	constructor(private readonly item: Item) {}

	get context() {
		return this.item.context;
	}

	get url(): string {
		return this.item.request.url;
	}

	get settings() {
		return this.item.settings;
	}

	get key() {
		return this.item.key;
	}

	sent(field: string): unknown {
		return this.item.sent(field);
	}

	/** One question after the other: an item has one ticket to wait with. */
	async ask<Shape extends z.ZodTypeAny>(call: Call, shape: Shape): Promise<z.output<Shape>> {
		const before = this.#asked;
		const asking = this.#askAfter(before, call, shape);
		this.#asked = asking;
		return await asking;
	}

	async #askAfter<Shape extends z.ZodTypeAny>(
		before: Promise<unknown>,
		call: Call,
		shape: Shape,
	): Promise<z.output<Shape>> {
		await Promise.allSettled([before]);
		const { attempt, ticket } = this.item;
		const isBesideTransfer = !ticket.hasSlot;
		if (isBesideTransfer && !(await attempt.queue.acquire(ticket))) throw new Interrupted();
		this.#isAsking = true;
		try {
			return await withHarmlessRetries(this.item, async () => await ask(this.item, call, shape));
		} finally {
			this.#isAsking = false;
			if (isBesideTransfer) attempt.queue.release(ticket);
		}
	}

	async upload(file: BinaryFile): Promise<Uploaded> {
		const { context, run } = this.item;
		const uploader = new ItemUploader(this.item);
		const known = await run.uploads.look(context, file, uploader);
		return await run.uploads.upload(known, uploader);
	}

	async network(): Promise<Network> {
		const { proxy, skipSslCertificateValidation } = this.item.request;
		const { baseUrl } = await this.item.attempt.settings;
		return { baseUrl, proxy, skipSslCertificateValidation };
	}

	/**
	 * Who waits for a place among the few has no slot for requests. Otherwise all slots could be held
	 * by items that wait for a place, and all places by items that wait for a slot.
	 */
	async amongFew<T>(work: (stopping: AbortSignal) => Promise<T>): Promise<T> {
		const { attempt, index, ticket } = this.item;
		const { stopping, transfers } = attempt;
		if (!this.#isAsking) attempt.queue.release(ticket);
		const place = transfers.enter(index, undefined);
		try {
			if (!(await transfers.acquire(place))) throw new Interrupted();
			return await work(stopping);
		} catch (error) {
			throw stopping.aborted ? new Interrupted() : error;
		} finally {
			transfers.leave(place);
		}
	}
}
