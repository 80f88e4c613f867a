/** n8n's names for its webhook addresses, by path segment, which its settings can change. */
const KINDS = {
	webhook: { name: 'Production URL', hint: 'Starts the published workflow' },
	'webhook-test': { name: 'Test URL', hint: 'Only while the editor listens for a test event' },
	'webhook-waiting': { name: 'Waiting', hint: 'An execution that waits for an answer' },
} as const;

export type UrlKind = (typeof KINDS)[keyof typeof KINDS];

/** Which of n8n's webhook addresses this is; undefined for one that is not n8n's. */
export function kindOfUrl(url: string): UrlKind | undefined {
	const [, name] = /\/(webhook(?:-test|-waiting)?)\//.exec(pathOf(url)) ?? [];
	return name === undefined ? undefined : KINDS[name as keyof typeof KINDS];
}

/** The path of an address. */
export function pathOf(url: string): string {
	try {
		return new URL(url).pathname;
	} catch {
		return url;
	}
}
