import { InvalidInput } from '../errors/invalidInput';
import { CHECK_EXPRESSION, quote, readText } from './text';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of Linq's ids. */
export const isId = (text: string): boolean => UUID.test(text);

/**
 * The id in a field, without the blanks around it that pasting leaves. All ids in requests are
 * UUIDs; Linq answers 400 with code 1005 to others (contract/behaviour.md, section 3).
 *
 * @param label of the field, as the user sees it
 * @throws InvalidInput when it is empty or malformed
 */
export function readId(value: unknown, label: string): string {
	const id = readText(value, label, `Enter an ID. ${CHECK_EXPRESSION}`);
	if (isId(id)) return id;
	throw new InvalidInput(
		`${label} is not a valid ID: ${quote(id)}`,
		'Linq IDs look like 8f392755-6865-4b18-880a-227f9d8b458f and are in the output of the Linq nodes. A phone number is not an ID.',
	);
}
