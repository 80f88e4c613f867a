import { InvalidInput } from '../../shared/errors/invalidInput';
import { readId } from '../../shared/input/ids';
import { CHECK_EXPRESSION } from '../../shared/input/text';
import { isUrl, readFileUrl } from '../../shared/input/urls';
import type { FileSource, MessagePart } from './content';

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
			`The message has ${parts.length} parts, but Linq allows at most ${MAX_PARTS}`,
			'Split it into several messages.',
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
			`The first message of a chat cannot contain a link: "${(withLink as { value: string }).value}"`,
			'Create the chat with a message that has no link, then send the link with Message > Send.',
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

function checkText(text: string, place: string): void {
	if (text.trim() === '') {
		throw new InvalidInput(`${place}Text is empty`, `Enter a text. ${CHECK_EXPRESSION}`);
	}
	if (text.length > MAX_TEXT) {
		throw new InvalidInput(
			`${place}Text has ${text.length} characters, but Linq allows at most ${MAX_TEXT}`,
			'Shorten the text or split it into several messages.',
		);
	}
}

function checkLink(link: string, field: string): void {
	if (!isUrl(link)) {
		throw new InvalidInput(
			`${field} is not a full URL: "${link}"`,
			'Enter the complete address, e.g. https://example.com/offer. Only https links get a preview.',
		);
	}
	if (link.length > MAX_LINK) {
		throw new InvalidInput(
			`${field} has ${link.length} characters, but Linq allows at most ${MAX_LINK}`,
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
	if (typeof part.attachment_id === 'string') readId(part.attachment_id, `${place}Attachment ID`);
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
		'Send it as a separate message. A URL can also be part of a text, without a preview.',
	);
}

function refuseTextAfterText(parts: MessagePart[]): void {
	const second = parts.findIndex(
		(part, index) => part.type === 'text' && parts[index - 1]?.type === 'text',
	);
	if (second === -1) return;
	throw new InvalidInput(
		`Part ${second + 1}: two text parts cannot follow each other`,
		`Combine it with part ${second}, or put a media part between them.`,
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
		`The message has ${foreign.length} files by URL, but Linq allows at most ${MAX_MEDIA_BY_URL}`,
		'Upload files as attachments and use their IDs, or split the message.',
	);
}
