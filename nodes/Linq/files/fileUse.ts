import { CONTENT_TYPES } from '../fields/contentTypes';

export const MEGABYTE = 1024 * 1024;

/** The use of a file, and the files that Linq accepts for it. */
export interface FileUse {
	/** Tells it from other uses. */
	purpose: string;
	/** The value that takes the place of the file in the request. */
	as: 'attachment_id' | 'download_url';
	/** Types that Linq takes, as contract/openapi.yaml has them (SupportedContentType). */
	types: readonly string[];
	/** The same for people, e.g. `a JPEG, PNG, HEIC or WebP image`. */
	typesInWords: string;
	/** The largest file in bytes. */
	maxBytes: number;
	/** Brings the whole file into a form that Linq takes; for small files only. */
	convert?: Convert;
}

/**
 * Brings a file into a form that Linq takes.
 *
 * @param bytes the whole file
 * @param label what the user knows it by
 * @returns the same bytes where nothing had to be done
 * @throws InvalidInput when that cannot be done
 */
export type Convert = (bytes: Uint8Array, label: string) => ConvertedFile;

export interface ConvertedFile {
	bytes: Uint8Array;
	contentType: string;
	/** For its name, without a dot. */
	extension: string;
}

/** The largest file that can be uploaded (contract/behaviour.md, section 9). */
const MAX_UPLOAD = 100 * MEGABYTE;

/** A file of a message, and one that is uploaded for later. */
export const ANY_FILE: FileUse = {
	purpose: 'file',
	as: 'attachment_id',
	types: CONTENT_TYPES,
	typesInWords:
		'pictures, videos, audio and documents of the usual kinds (JPEG, PNG, GIF, HEIC, MP4, MOV, MP3, M4A, PDF, Word, Excel, vCard …)',
	maxBytes: MAX_UPLOAD,
};

const IMAGE_TYPES = CONTENT_TYPES.filter((type) => type.startsWith('image/'));

/** A sticker. */
export const STICKER: FileUse = {
	purpose: 'sticker',
	as: 'attachment_id',
	types: IMAGE_TYPES,
	typesInWords: 'images, e.g. PNG, JPEG, GIF or HEIC',
	maxBytes: MAX_UPLOAD,
};

/** A group's icon, and the photo of a contact card. */
export const PHOTO: FileUse = { ...STICKER, purpose: 'photo', as: 'download_url' };

/** The background of a chat (contract/openapi.yaml, ChatBackgroundRequest). */
export const BACKGROUND: FileUse = {
	purpose: 'background',
	as: 'download_url',
	types: ['image/jpeg', 'image/png', 'image/heic', 'image/webp'],
	typesInWords: 'JPEG, PNG, HEIC and WebP images',
	maxBytes: MAX_UPLOAD,
};

/** The picture of an app card (contract/openapi.yaml, AppCardLayout). */
export const CARD_IMAGE: FileUse = {
	purpose: 'card image',
	as: 'download_url',
	types: ['image/jpeg', 'image/png', 'image/heic', 'image/heif', 'image/webp'],
	typesInWords: 'JPEG, PNG, HEIF and WebP images',
	maxBytes: MAX_UPLOAD,
};
