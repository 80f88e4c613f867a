import { InvalidInput } from '../errors/invalidInput';
import { readHandles } from './handles';
import { isId } from './ids';
import type { InputSettings } from './phoneNumber';
import { splitList } from './text';

/**
 * Reads whom a message goes to; see readHandles(). The id of a chat, which people try there, gets an
 * answer of its own.
 */
export function readRecipients(value: unknown, label: string, settings?: InputSettings): string[] {
	const id = splitList(value).find(isId);
	if (id === undefined) return readHandles(value, label, settings);
	throw new InvalidInput(
		`${label} is the ID of a chat, not a phone number or email address: "${id}"`,
		'To send to a chat, use Message > Send with Send To set to Chat.',
	);
}
