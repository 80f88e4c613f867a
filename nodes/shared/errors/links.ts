/*
 * n8n's editor shows the description of an error as HTML (n8n, NodeErrorView.vue); wherever else it
 * is read, it is text.
 */

/** Makes the link to Linq's page about an error one that can be clicked. */
export const withLinks = (description: string): string =>
	description.replace(
		/\bMore: (https:\/\/[^\s"'<>]+)/g,
		'More: <a href="$1" target="_blank">$1</a>',
	);

/** The same description as text. */
export const withoutLinks = (description: string): string =>
	description.replace(/<a href="[^"]*" target="_blank">([^<]*)<\/a>/g, '$1');
