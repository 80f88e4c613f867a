import { repack } from '../audio/repack';
import type { FileUse } from './fileUse';
import { MEGABYTE } from './fileUse';

/** Formats that Linq accepts as a voice memo (contract/behaviour.md, section 8). */
export const VOICE_MEMO: FileUse = {
	purpose: 'voice memo',
	as: 'attachment_id',
	types: [
		'audio/mpeg',
		'audio/mp3',
		'audio/x-m4a',
		'audio/mp4',
		'audio/aac',
		'audio/x-caf',
		'audio/x-wav',
		'audio/x-aiff',
		'audio/aiff',
		'audio/amr',
	],
	typesInWords:
		'MP3, M4A, AAC, CAF, WAV, AIFF and AMR as voice memos. Turn on Convert If Needed for Opus in Ogg or WebM',
	maxBytes: 10 * MEGABYTE,
};

/** Endings of files that Linq takes as a voice memo; it fetches them itself. */
const TAKEN = /\.(mp3|m4a|aac|caf|wav|aiff?|amr)$/i;

/**
 * Whether the node has to fetch the file behind a URL, since Linq may not take it as it is: a name
 * that says otherwise is believed, so that nothing is read for it.
 */
export const needsFetching = (url: string): boolean => !TAKEN.test(new URL(url).pathname);

/** The same for files that may have to be brought into such a form first. */
export const ANY_VOICE: FileUse = { ...VOICE_MEMO, purpose: 'any voice', convert: repack };
