import { ApiError } from '../contract/errors.mts';
import { newId } from '../random.mts';
import type { Attachment } from '../state/attachments.mts';
import type { World } from '../world.mts';
import type { MediaPart } from '../wire.mts';
import { acceptedType } from './fileTypes.mts';
import type { MediaSource } from './requests.mts';

/**
 * A file that may be sent now.
 *
 * @throws ApiError 404/2003 for an unknown id, 404/2007 where nothing was uploaded yet
 */
export function readyAttachment(world: World, id: string): Attachment & { bytes: Buffer } {
	const attachment = world.state.attachments.byId(id);
	if (!attachment) throw new ApiError('2003');
	const { bytes } = attachment;
	if (!bytes) throw new ApiError('2007');
	return { ...attachment, bytes };
}

/** Where a file of the account is downloaded from. */
export const downloadUrl = (world: World, file: Pick<Attachment, 'id' | 'filename'>): string =>
	`${world.settings.storageUrl}/media/${file.id}/${encodeURIComponent(file.filename)}`;

/**
 * A media part for a file given by URL or attachment. Files behind URLs are not downloaded, so their
 * type is read off the name and their size is 0.
 */
export function mediaPart(world: World, source: MediaSource): MediaPart {
	if (source.attachment_id) {
		const file = readyAttachment(world, source.attachment_id);
		return {
			type: 'media',
			id: file.id,
			url: downloadUrl(world, file),
			filename: file.filename,
			mime_type: file.contentType,
			size_bytes: file.bytes.length,
			reactions: [],
		};
	}
	const url = source.url ?? '';
	const filename = filenameOf(url);
	return {
		type: 'media',
		id: newId(),
		url,
		filename,
		mime_type: typeOf(filename),
		size_bytes: 0,
		reactions: [],
	};
}

/** Whether a media URL counts against the 40 public ones: files of the account do not. */
export const isPublicUrl = (world: World, url: string): boolean =>
	!url.startsWith(world.settings.storageUrl) && !/^https:\/\/[^/]*\blinqapp\.com\//.test(url);

/** The MIME type that a file name promises. */
export const typeOf = (filename: string): string =>
	acceptedType(filename) ?? 'application/octet-stream';

function filenameOf(url: string): string {
	try {
		return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') || 'file';
	} catch {
		return 'file';
	}
}
