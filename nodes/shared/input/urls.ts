import { InvalidInput } from '../errors/invalidInput';
import { quote, readText } from './text';

/**
 * The URL of a file that Linq downloads.
 *
 * @throws InvalidInput when it is not an https URL
 */
export function readFileUrl(value: unknown, label: string): string {
	const url = readText(value, label, 'Enter the https URL of the file.');
	if (isHttps(url)) return url;
	throw new InvalidInput(
		`${label} must start with https://: ${quote(url)}`,
		'Linq downloads the file itself, so the URL must be public and start with https.',
	);
}

/**
 * The URL of a page or service of the user's that Linq calls or links to.
 *
 * @throws InvalidInput when it is not an https URL
 */
export function readHttpsUrl(value: unknown, label: string): string {
	const url = readText(value, label, 'Enter a URL that starts with https://.');
	if (isHttps(url)) return url;
	throw new InvalidInput(
		`${label} must start with https://: ${quote(url)}`,
		'Enter the complete public address, e.g. https://example.com/linq.',
	);
}

const isHttps = (url: string) => /^https:/i.test(url) && isUrl(url);

/** Whether a text is a URL with its scheme. */
export const isUrl = (text: string): boolean =>
	/^[a-z][a-z0-9+.-]*:/i.test(text) && URL.canParse(text);
