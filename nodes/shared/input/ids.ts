import { InvalidInput } from '../errors/invalidInput';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The id in a field, without the blanks around it that pasting leaves. All ids in requests are
 * UUIDs; Linq answers 400 with code 1005 to others (contract/behaviour.md, section 3).
 *
 * @param field name of the field, as the user sees it
 * @throws InvalidInput when it is empty or malformed
 */
export function readId(value: unknown, field: string): string {
	const id = String(value ?? '').trim();
	if (UUID.test(id)) return id;
	if (id === '') {
		throw new InvalidInput(
			`${field} is empty`,
			'Enter an ID. If it comes from an expression, check that the node before outputs it for this item.',
		);
	}
	throw new InvalidInput(
		`${field} is not a valid ID: "${shorten(id)}"`,
		'IDs of Linq look like 8f392755-6865-4b18-880a-227f9d8b458f. The outputs of the Linq nodes carry them; a phone number is not an ID.',
	);
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
