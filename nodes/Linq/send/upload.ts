import type { IBinaryData, IHttpRequestOptions } from 'n8n-workflow';
import { z } from 'zod';

import { FileProblem } from '../../shared/errors/fileProblem';
import { DOWNLOAD_MS } from '../../shared/files/download';
import { MEGABYTE, storeFile } from '../../shared/files/storeFile';
import type { FileContent } from '../files/fileContent';
import type { Uploaded } from '../files/uploaded';
import { ask } from './ask';
import type { Item } from './item';
import { Interrupted, withHarmlessRetries } from './retry';
import { UploadBroken } from './uploadBroken';
import type { Uploader } from './uploads';

/** The answer to a request for an upload (contract/openapi.yaml, CreateAttachmentResponse). */
const offer = z
	.object({
		attachment_id: z.string(),
		upload_url: z.string().url(),
		download_url: z.string(),
		required_headers: z.record(z.string()),
	})
	.passthrough();

type Offer = z.infer<typeof offer>;

/** Only what may become a voice memo is fetched (contract/behaviour.md, section 8). */
const VOICE_LIMIT = {
	maxBytes: 10 * MEGABYTE,
	by: 'the most that Linq takes as a voice memo',
	advice: 'Make it shorter or smaller.',
};

/** Gets at the files of an item and uploads them, in its turn and at its pace. */
export class ItemUploader implements Uploader {
	constructor(private readonly item: Item) {}

	/** @throws FileProblem */
	async fetch(url: string): Promise<IBinaryData> {
		const { attempt, context, request } = this.item;
		const { proxy, skipSslCertificateValidation } = request;
		const over = AbortSignal.timeout(DOWNLOAD_MS);
		const { baseUrl } = await attempt.settings;
		const found = await storeFile(
			context,
			url,
			{},
			{
				network: { baseUrl, proxy, skipSslCertificateValidation },
				limit: VOICE_LIMIT,
				signal: AbortSignal.any([over, attempt.stopping]),
			},
		);
		if (typeof found !== 'number') return found.binary;
		throw new FileProblem(
			`The file could not be fetched (HTTP ${found})`,
			'Check its URL, and that it can be opened without logging in.',
		);
	}

	/**
	 * An upload that breaks begins anew, with an address of its own.
	 *
	 * @throws what n8n's request helper threw at last; UploadBroken; Interrupted
	 */
	async upload(content: FileContent): Promise<Uploaded> {
		const { item } = this;
		return await withHarmlessRetries(item, async () => {
			const { name, contentType, size } = content;
			const body = { filename: name, content_type: contentType, size_bytes: size };
			const offered = await ask(item, { method: 'POST', url: '/v3/attachments', body }, offer);
			await put(item, content, offered);
			const { attachment_id, download_url } = offered;
			return { attachment_id, ...body, download_url };
		});
	}

	/** Lets others use the slot meanwhile: the item that uploads may need one. */
	async waitFor(upload: Promise<Uploaded>): Promise<Uploaded> {
		const { attempt, ticket } = this.item;
		attempt.queue.release(ticket);
		const [ended] = await Promise.allSettled([upload]);
		if (!(await attempt.queue.acquire(ticket))) throw new Interrupted();
		if (ended.status === 'rejected') throw ended.reason;
		return ended.value;
	}
}

/** Brings the bytes to where Linq wants them: another host, which must not get the token. */
async function put(item: Item, content: FileContent, offered: Offer): Promise<void> {
	const { proxy, skipSslCertificateValidation } = item.request;
	const body = await content.open();
	const request: IHttpRequestOptions = {
		method: 'PUT',
		url: offered.upload_url,
		headers: offered.required_headers,
		body,
		proxy,
		skipSslCertificateValidation: skipSslCertificateValidation === true,
		// A redirect could only be followed with the whole body kept in memory.
		disableFollowRedirect: true,
		abortSignal: item.context.getExecutionCancelSignal(),
	};
	const [ended] = await Promise.allSettled([item.context.helpers.httpRequest(request)]);
	if ('destroy' in body) body.destroy();
	if (ended.status === 'fulfilled') return;
	throw new UploadBroken(ended.reason, content.name, new URL(offered.upload_url).host);
}
