import { InvalidInput } from '../errors/invalidInput';
import { isLoopback, parseUrl } from './hosts';
import { quote, readText } from './text';

/**
 * The URL of a file that Linq downloads: https, or a file of a sandbox on this machine, which has no
 * https and reads its own files. Linq itself refuses the latter.
 *
 * @throws InvalidInput when it is neither
 */
export function readFileUrl(value: unknown, label: string): string {
	const url = readText(value, label, 'Enter the https URL of the file.');
	if (isHttps(url) || isOfSandbox(url)) return url;
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

/** Only the form of the sandbox's download URLs, so that another URL of this machine is refused. */
function isOfSandbox(text: string): boolean {
	const url = parseUrl(text);
	return url?.protocol === 'http:' && isLoopback(url) && SANDBOX_FILE.test(url.pathname);
}

/** sandbox/messaging/media.mts, downloadUrl */
const SANDBOX_FILE = /^\/media\/[0-9a-f-]{36}\//;

/** Whether a text is a URL with its scheme. */
export const isUrl = (text: string): boolean =>
	/^[a-z][a-z0-9+.-]*:/i.test(text) && URL.canParse(text);
