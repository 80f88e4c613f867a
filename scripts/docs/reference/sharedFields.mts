import type { INodeProperties } from 'n8n-workflow';

import type { FormField } from './form.mts';
import { formOf, identityOf, ownersOf } from './form.mts';
import { anchorsOf } from './markdown.mts';
import { operations } from './operations.mts';

/** Whether a field has its place on the page of shared fields. */
export const isShared = ({ property, inside, isOption }: FormField): boolean =>
	(isOption || inside.length > 0) && ownersOf(property).length > 1;

/** Options, and fields with others inside, that several operations have; each once, by name. */
export const sharedFields: FormField[] = [
	...new Map(
		operations
			.map(formOf)
			.flatMap(({ fields, options }) => [...fields, ...options])
			.filter(isShared)
			.map((field): [string, FormField] => [identityOf(field.property), field]),
	).values(),
].sort((one, other) => one.property.displayName.localeCompare(other.property.displayName));

const anchors = anchorsOf(sharedFields.map(({ property }) => property.displayName));

/** Where a shared field is described; different fields can have the same name. */
export function anchorOfShared(property: INodeProperties): string {
	const identity = identityOf(property);
	const index = sharedFields.findIndex((one) => identityOf(one.property) === identity);
	return anchors[index] ?? '';
}
