import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { baseUrlFor, callLinq } from '../../shared/api/client';
import { addFiles } from '../../shared/files/addFiles';
import { attachmentShape } from '../../shared/files/download';
import { readDownloadOptions } from '../../shared/files/fields';
import { flatOf } from './flat';

/**
 * Downloads the files of messages into binary fields, where the option Download Media says so.
 *
 * @param items events, in either form
 */
export async function withFiles(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const options = readDownloadOptions(context.getNodeParameter('options', 0, {}));
	if (!options) return items;
	const output: INodeExecutionData[] = [];
	for (const item of items) {
		const media = filesOf(item.json);
		if (!media) {
			output.push(item);
			continue;
		}
		const withBinary = await addFiles(context, item.json, media, {
			...options,
			stopping: context.getExecutionCancelSignal(),
			network: async () => ({ baseUrl: await baseUrlFor(context) }),
			getAttachment: async (id) =>
				await callLinq(
					context,
					{ method: 'GET', path: `/v3/attachments/${encodeURIComponent(id)}` },
					attachmentShape,
				),
		});
		output.push({ ...item, ...withBinary });
	}
	return output;
}

/** The files of an event; undefined where it is of a kind that has none. */
function filesOf(json: IDataObject): IDataObject[] | undefined {
	const { media } = flatOf(json);
	return Array.isArray(media) ? (media as IDataObject[]) : undefined;
}
