import type { INodePropertyOptions } from 'n8n-workflow';

/** Linq's values as the options of a selector: `happy_birthday` → `Happy Birthday`. */
export const choices = (values: string[], description?: string): INodePropertyOptions[] =>
	values.map((value) => ({ name: titleCase(value), value, ...(description && { description }) }));

/** Linq's value as a label. */
export function titleCase(value: string): string {
	return value
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
