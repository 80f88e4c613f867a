import { ApiError } from '../contract/errors.mts';
import { fitsName } from '../files/accept.mts';
import type { Nature } from '../files/inspect.mts';
import { newId } from '../random.mts';
import type { Attachment } from '../state/attachments.mts';
import type { World } from '../world.mts';
import type { MediaPart } from '../wire.mts';
import { acceptedType } from './fileTypes.mts';
import type { MediaSource } from './requests.mts';

/** Most bytes of a file by URL; an attachment may have 100 MB (contract/behaviour.md section 7). */
const LARGEST_BY_URL = 10 * 1024 * 1024;

/** A file whose bytes are there. */
export type StoredFile = Attachment & { bytes: Buffer; nature: Nature };

/** Where a file of the account is downloaded from. */
export const downloadUrl = (world: World, file: Pick<Attachment, 'id' | 'filename'>): string =>
	`${world.settings.storageUrl}/media/${file.id}/${encodeURIComponent(file.filename)}`;

/**
 * A media part for a file given by URL or attachment.
 *
 * @throws ApiError as {@link storedFile} does, 400/5004 for a file that Linq does not take by its
 *   bytes, and of a file by URL 400/5005 for its size, 400/5006 for a name that promises another type
 */
export function mediaPart(world: World, source: MediaSource): MediaPart {
	const file = storedFile(world, source);
	if (!file) return partElsewhere(source.url ?? '');
	const { bytes, nature } = file;
	const { type, isTaken } = nature;
	if (!isTaken) throw new ApiError('5004', `${file.filename} is ${type}`);
	if (source.url) {
		if (bytes.length > LARGEST_BY_URL) throw new ApiError('5005', `${bytes.length} bytes by URL`);
		const named = acceptedType(file.filename);
		if (named !== undefined && !fitsName(type, named)) {
			throw new ApiError('5006', `${file.filename} is ${type}`);
		}
	}
	return partOf(world, file);
}

/**
 * The file that a request names, where it is one of the sandbox's own. Nothing is fetched: of a file
 * by URL only those are known that the sandbox itself serves.
 *
 * @returns undefined for a URL that leads elsewhere
 * @throws ApiError 404/2003 for an unknown id, 404/2007 where nothing was uploaded yet, 500/5002 for
 *   a URL of the sandbox with nothing behind it, 400/1005 for plain http to anywhere else
 */
export function storedFile(world: World, source: MediaSource): StoredFile | undefined {
	if (source.attachment_id) {
		const file = world.state.attachments.byId(source.attachment_id);
		if (!file) throw new ApiError('2003');
		if (!isStored(file)) throw new ApiError('2007');
		return file;
	}
	const url = source.url ?? '';
	const path = ownPath(world, url);
	if (path === undefined) {
		if (/^http:/i.test(url)) throw new ApiError('1005', `${url} must begin with https://`);
		return undefined;
	}
	const id = /^\/media\/([^/]+)\//.exec(path)?.[1] ?? '';
	const file = world.state.attachments.byId(id);
	if (!file || !isStored(file)) throw new ApiError('5002', url);
	return file;
}

/** A part for a file that is there. Its type is what the bytes say: Linq looks at nothing else. */
export const partOf = (world: World, { id, filename, bytes, nature }: StoredFile): MediaPart => ({
	type: 'media',
	id,
	url: downloadUrl(world, { id, filename }),
	filename,
	mime_type: nature.type,
	size_bytes: bytes.length,
	reactions: [],
});

/** A part for a file on another server: its type is read off the name, and its size is 0. */
export function partElsewhere(url: string): MediaPart {
	const filename = filenameOf(url);
	const mime_type = acceptedType(filename) ?? 'application/octet-stream';
	return { type: 'media', id: newId(), url, filename, mime_type, size_bytes: 0, reactions: [] };
}

/** Whether a media URL counts against the 40 public ones: files of the account do not. */
export const isPublicUrl = (world: World, url: string): boolean =>
	ownPath(world, url) === undefined && !/^https:\/\/[^/]*\blinqapp\.com\//.test(url);

const isStored = (file: Attachment): file is StoredFile =>
	file.bytes !== null && file.nature !== null;

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The path of a URL of the sandbox's own storage, by whatever name of this machine. */
function ownPath(world: World, url: string): string | undefined {
	if (!URL.canParse(url)) return undefined;
	const [asked, own] = [new URL(url), new URL(world.settings.storageUrl)];
	const isHere = asked.hostname === own.hostname || LOOPBACK.test(asked.hostname);
	return asked.protocol === own.protocol && asked.port === own.port && isHere
		? asked.pathname
		: undefined;
}

function filenameOf(url: string): string {
	try {
		return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') || 'file';
	} catch {
		return 'file';
	}
}
