import { requestError } from '../../shared/errors/nodeError';
import { addFiles } from '../../shared/files/addFiles';
import type { Attachment } from '../../shared/files/download';
import { readDownloadOptions } from '../../shared/files/fields';
import { filesOf } from '../../shared/simplify/message';
import type { AddBinary, ItemAtWork } from '../operation';
import { getAttachment } from './attachments';

/**
 * Downloads the files of messages into binary fields, as Linq Trigger does, where the user wants it.
 * With and without Simplify, `media` of each item says which field a file is in.
 */
export const addMessageFiles: AddBinary = (item) => {
	const { context } = item;
	const options = readDownloadOptions(context.getNodeParameter('options', {}));
	if (!options) return undefined;
	return async (json) => {
		const media = filesOf(json);
		if (media.length === 0) return { json: { ...json, media } };
		return await item.amongFew(
			async (stopping) =>
				await addFiles(context, json, media, {
					...options,
					stopping,
					network: async () => await item.network(),
					getAttachment: async (id) => await getInWords(item, id),
				}),
		);
	};
};

/** Failures appear in the output, so they need plain words. @throws NodeApiError in plain words */
async function getInWords(item: ItemAtWork, id: string): Promise<Attachment> {
	try {
		return await getAttachment(item, id);
	} catch (error) {
		const { baseUrl } = await item.network();
		throw requestError(item.context.getNode(), error, { baseUrl, writes: false });
	}
}
