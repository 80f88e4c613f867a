import { parseUrl } from '../input/hosts';

/** The kinds of files that workflows tell apart. */
export type FileKind = 'image' | 'video' | 'audio' | 'voice' | 'file' | 'contact' | 'location';

/** A file as Linq describes it; every field is optional. */
export interface FileFacts {
	mime_type?: string | null;
	filename?: string | null;
	url?: string | null;
}

/** Kinds by file extension, for types that say nothing (contract/openapi.yaml, SupportedContentType). */
const BY_ENDING: Array<[FileKind, RegExp]> = [
	['image', /\.(jpe?g|png|gif|hei[cf]|tiff?|bmp|svg|webp|ico)$/],
	['video', /\.(mp4|mov|m4v|mpe?g|avi|3gp)$/],
	['audio', /\.(mp3|m4a|aac|caf|wav|aiff?|amr|midi?)$/],
	['contact', /\.vcf$/],
];

/** Types that say nothing about the file. */
const NO_TYPE = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** iPhones send a place as a card of this type or name (Messages, IMFileTransfer isLocation). */
const LOCATION_TYPE = 'text/x-vlocation';
const LOCATION_NAME = /\.loc\.vcf$/;

const CONTACT_TYPE = /^text\/(x-)?vcard$/;

/**
 * Tells a voice memo from other audio. Linq has no field for it: a memo arrives as a media part like
 * any file, so this goes by known traits of such files:
 *
 * - Messages on iPhone and Mac names a recording `Audio Message.caf` or `Audio Message.amr` and knows
 *   it again by that name (ChatKit, CKAudioMediaObject). Linq may make M4A of CAF and keep the name
 *   (contract/behaviour.md, section 9).
 * - Messages records in CAF with Opus; AMR is a codec for speech alone, in which phones record for
 *   MMS. Hardly anything else is sent in them.
 * - Linq's own memos are called `voice-memo.m4a` and lie under `/voice-memos/`
 *   (contract/examples/endpoints/sendVoiceMemoToChat.json).
 *
 * A memo that comes under another name as M4A cannot be told from a song, and is `audio`.
 */
const VOICE_NAME = /^(audio[ _-]?message|voice[ _-]?(memo|message|note))|\.(caf|amr)$/;
const VOICE_TYPE = /^audio\/(x-caf|amr)$/;
const VOICE_PATH = /\/voice-memos\//;

/** The kind of a file, going by what Linq says of it. */
export function kindOf(facts: FileFacts): FileKind {
	const path = parseUrl(facts.url ?? '')?.pathname.toLowerCase() ?? '';
	const name = (facts.filename || path.slice(path.lastIndexOf('/') + 1)).toLowerCase();
	const [type = ''] = (facts.mime_type ?? '')
		.toLowerCase()
		.split(';', 1)
		.map((text) => text.trim());
	if (type === LOCATION_TYPE || (isCard(type) && LOCATION_NAME.test(name))) return 'location';
	if (CONTACT_TYPE.test(type)) return 'contact';
	const kind = NO_TYPE.has(type) ? kindByEnding(name) : kindByType(type);
	if (kind !== 'audio') return kind;
	const isVoice = VOICE_NAME.test(name) || VOICE_TYPE.test(type) || VOICE_PATH.test(path);
	return isVoice ? 'voice' : 'audio';
}

const isCard = (type: string) => CONTACT_TYPE.test(type) || NO_TYPE.has(type);

const kindByEnding = (name: string): FileKind =>
	BY_ENDING.find(([, ending]) => ending.test(name))?.[0] ?? 'file';

function kindByType(type: string): FileKind {
	const [, kind = 'file'] = /^(image|video|audio)\//.exec(type) ?? [];
	return kind as FileKind;
}
