import { InvalidInput } from '../errors/invalidInput';
import { parseUrl } from './hosts';
import { isId, readId } from './ids';
import { quote } from './text';
import { isUrl } from './urls';

/**
 * The id of the attachment that a URL of Linq's leads to. It stands before the file's name, and the
 * account's can stand before it: `…/attachments/partners/{partner}/{attachment}/{filename}`
 * (contract/behaviour.md, section 9).
 */
export function attachmentIdIn(url: string): string | undefined {
	const parts = parseUrl(url)?.pathname.split('/') ?? [];
	return parts.slice(0, -1).filter(isId).at(-1);
}

/**
 * The id of an attachment, or the one in a URL of Linq's, which is what people have at hand.
 *
 * @param label of the field, as the user sees it
 * @throws InvalidInput when there is none
 */
export function readAttachmentId(value: unknown, label: string): string {
	const text = String(value ?? '').trim();
	if (!isUrl(text)) return readId(text, label);
	const id = attachmentIdIn(text);
	if (id !== undefined) return id;
	throw new InvalidInput(
		`${label} is a URL without the ID of an attachment: ${quote(withoutQuery(text))}`,
		'Enter attachment_id of the file, from media in the output of a Linq node. To download a file by its URL alone, use Attachment > Download by URL.',
	);
}

/** The query can hold a signature. */
const withoutQuery = (url: string) => url.split(/[?#]/, 1)[0] ?? '';
