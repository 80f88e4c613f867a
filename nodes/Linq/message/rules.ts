import { InvalidInput } from '../../shared/errors/invalidInput';
import type { FileSource, MessagePart } from './content';
import { readId } from '../../shared/input/ids';

/** Limits of contract/openapi.yaml (MessageContent, TextPart, LinkPart) and behaviour.md section 7. */
const MAX_PARTS = 100;
const MAX_MEDIA_BY_URL = 40;
const MAX_TEXT = 10_000;
const MAX_LINK = 2_048;

/**
 * Checks what Linq would refuse in the parts of a message.
 *
 * @throws InvalidInput that names the part, counted from 1 as the user sees it
 */
export function checkParts(parts: MessagePart[]): void {
	if (parts.length === 0) {
		throw new InvalidInput('Parts is empty', 'Add at least one part, or send a text instead.');
	}
	if (parts.length > MAX_PARTS) {
		throw new InvalidInput(
			`Parts has ${parts.length} entries, Linq takes at most ${MAX_PARTS}`,
			'Split the message into several.',
		);
	}
	parts.forEach((part, index) => checkPart(part, parts.length === 1 ? '' : `Part ${index + 1}: `));
	refuseCompany(parts);
	refuseTextAfterText(parts);
	refuseTooManyUrls(parts);
}

/**
 * Checks what Linq refuses only in the first message of a chat: links of any kind
 * (contract/behaviour.md, section 7; Linq answers 400 with code 1005).
 */
export function checkFirstMessage(parts: MessagePart[]): void {
	const withLink = parts.find(
		(part) => part.type === 'link' || (part.type === 'text' && /https?:\/\//i.test(part.value)),
	);
	if (withLink) {
		throw new InvalidInput(
			`The first message of a chat must not contain a link: "${(withLink as { value: string }).value}"`,
			'Create the chat with a message without a link, then send the link with Message > Send.',
		);
	}
}

function checkPart(part: MessagePart, place: string): void {
	if (part.type === 'text') checkText(part.value, place);
	if (part.type === 'link') checkLink(part.value, `${place}Link`);
	if (part.type === 'app_clip') checkLink(part.value, `${place}App Clip Link`);
	if (part.type === 'media') checkMedia(part, place);
}

/** @throws InvalidInput when the new text of a message is empty or too long */
export function readMessageText(value: unknown): string {
	const text = String(value ?? '');
	checkText(text, 'New ');
	return text;
}

/** @throws InvalidInput when there is no emoji */
export function readEmoji(value: unknown, field: string): string {
	const emoji = String(value ?? '').trim();
	if (emoji !== '') return emoji;
	throw new InvalidInput(`${field} is empty`, 'Enter an emoji, e.g. 🎉.');
}

function checkText(text: string, place: string): void {
	if (text.trim() === '') {
		throw new InvalidInput(
			`${place}Text is empty`,
			'Enter a text. If it comes from an expression, check that the node before outputs it for this item.',
		);
	}
	if (text.length > MAX_TEXT) {
		throw new InvalidInput(
			`${place}Text has ${text.length} characters, Linq takes at most ${MAX_TEXT}`,
			'Shorten the text or split it into several messages.',
		);
	}
}

function checkLink(link: string, field: string): void {
	if (!isUrl(link)) {
		throw new InvalidInput(
			`${field} is not a full URL: "${link}"`,
			'Write it with its scheme, e.g. https://example.com/offer. Only https links get a preview.',
		);
	}
	if (link.length > MAX_LINK) {
		throw new InvalidInput(
			`${field} has ${link.length} characters, Linq takes at most ${MAX_LINK}`,
			'Use a shorter link.',
		);
	}
}

function checkMedia(part: FileSource, place: string): void {
	if ((part.url === undefined) === (part.attachment_id === undefined)) {
		throw new InvalidInput(
			`${place}Media needs either a URL or an attachment ID`,
			'Fill in exactly one of the two.',
		);
	}
	if (part.url !== undefined) readFileUrl(part.url, `${place}Media URL`);
	if (part.attachment_id !== undefined) readId(part.attachment_id, `${place}Attachment ID`);
}

/**
 * The URL of a file that Linq downloads itself.
 *
 * @throws InvalidInput when it is not a public https URL
 */
export function readFileUrl(value: unknown, field: string): string {
	const url = String(value ?? '').trim();
	if (url === '') throw new InvalidInput(`${field} is empty`, 'Enter the https URL of the file.');
	if (isUrl(url) && /^https:/i.test(url)) return url;
	throw new InvalidInput(
		`${field} must start with https://: "${url}"`,
		'Linq downloads the file itself, so the URL must be public and start with https.',
	);
}

/** Kinds of parts that must be the only one of their message. */
const LONERS: Partial<Record<MessagePart['type'], string>> = {
	link: 'a link',
	imessage_app: 'an app card',
	app_clip: 'an App Clip',
};

function refuseCompany(parts: MessagePart[]): void {
	const at = parts.findIndex(({ type }) => LONERS[type]);
	const loner = parts[at];
	if (!loner || parts.length === 1) return;
	throw new InvalidInput(
		`Part ${at + 1}: ${LONERS[loner.type]} must be the only part of its message`,
		'Send it as a message of its own. A URL can also stand in a text, then without a preview.',
	);
}

function refuseTextAfterText(parts: MessagePart[]): void {
	const second = parts.findIndex(
		(part, index) => part.type === 'text' && parts[index - 1]?.type === 'text',
	);
	if (second === -1) return;
	throw new InvalidInput(
		`Part ${second + 1}: two texts must not follow each other`,
		`Join it with part ${second}, or put a media part between them.`,
	);
}

/** Uploaded files and Linq's own URLs do not count. */
function refuseTooManyUrls(parts: MessagePart[]): void {
	const foreign = parts.filter(
		(part) =>
			part.type === 'media' &&
			part.url !== undefined &&
			!/(^|\.)linqapp\.com$/i.test(new URL(part.url).hostname),
	);
	if (foreign.length <= MAX_MEDIA_BY_URL) return;
	throw new InvalidInput(
		`Parts has ${foreign.length} files by URL, Linq takes at most ${MAX_MEDIA_BY_URL}`,
		'Upload files as attachments and use their IDs, or split the message.',
	);
}

function isUrl(text: string): boolean {
	try {
		return new URL(text).protocol !== '' && /^[a-z][a-z0-9+.-]*:/i.test(text);
	} catch {
		return false;
	}
}
