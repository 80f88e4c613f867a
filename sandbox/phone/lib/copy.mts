import { Problem } from './act.mts';

/**
 * Puts a text on the clipboard.
 *
 * @param otherwise what one can do where the browser does not let the page copy
 * @throws Problem that says so
 */
export async function copy(text: string, otherwise: string): Promise<void> {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		throw new Problem(`The browser does not let the page copy. ${otherwise}`);
	}
}
