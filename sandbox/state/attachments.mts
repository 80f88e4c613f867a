import type { Nature } from '../files/inspect.mts';
import { newId } from '../random.mts';

/** A file of the account, from the request for an upload on. */
export interface Attachment {
	id: string;
	filename: string;
	/** As it is declared; what it is, its nature tells. */
	contentType: string;
	/** As announced. */
	sizeBytes: number;
	createdAt: string;
	/** Epoch milliseconds after which the upload URL is refused. */
	uploadExpires: number;
	/** The proof in the upload URL. */
	signature: string;
	/** Null until the file has been put. */
	bytes: Buffer | null;
	/** Properties of the bytes; null until then. */
	nature: Nature | null;
}

/** All files, kept in memory. */
export class Attachments {
	readonly #byId = new Map<string, Attachment>();

	add(fields: Omit<Attachment, 'id' | 'bytes' | 'nature'> & Partial<Attachment>): Attachment {
		const attachment: Attachment = { id: newId(), bytes: null, nature: null, ...fields };
		this.#byId.set(attachment.id, attachment);
		return attachment;
	}

	/** In the order in which they were asked for. */
	all(): Attachment[] {
		return [...this.#byId.values()];
	}

	byId(id: string): Attachment | undefined {
		return this.#byId.get(id);
	}

	/** @returns whether there was one */
	delete(id: string): boolean {
		return this.#byId.delete(id);
	}
}
