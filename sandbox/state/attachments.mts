import { newId } from '../random.mts';

/** A file of the account, from the request for an upload on. */
export interface Attachment {
	id: string;
	filename: string;
	contentType: string;
	sizeBytes: number;
	createdAt: string;
	/** Epoch milliseconds after which the upload URL is refused. */
	uploadExpires: number;
	/** The proof in the upload URL. */
	signature: string;
	/** Null until the file has been put. */
	bytes: Buffer | null;
}

/** All files, kept in memory. */
export class Attachments {
	readonly #byId = new Map<string, Attachment>();

	add(fields: Omit<Attachment, 'id' | 'bytes'> & Partial<Attachment>): Attachment {
		const attachment: Attachment = { id: newId(), bytes: null, ...fields };
		this.#byId.set(attachment.id, attachment);
		return attachment;
	}

	byId(id: string): Attachment | undefined {
		return this.#byId.get(id);
	}

	/** @returns whether there was one */
	delete(id: string): boolean {
		return this.#byId.delete(id);
	}
}
