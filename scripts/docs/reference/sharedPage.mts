import type { INodeProperties } from 'n8n-workflow';

import { fieldRows, fieldText } from './fieldText.mts';
import { fileOf, MADE } from './file.mts';
import type { FormField } from './form.mts';
import { ownersOf } from './form.mts';
import { anchorOf, listed, table } from './markdown.mts';
import { operations } from './operations.mts';
import { sharedFields } from './sharedFields.mts';

/** More operations than these are told by their number. */
const MOST_OWNERS = 8;

/** docs/reference/fields.md: what several operations share, by name. */
export const sharedPage = (): string =>
	[
		'# Fields and options that several operations share',
		MADE,
		...sharedFields.flatMap((field) => [
			`## ${field.property.displayName}`,
			fieldText(field),
			...insideTable(field),
			`In ${ownersText(field.property)}.`,
		]),
		'',
	].join('\n\n');

const insideTable = ({ inside }: FormField): string[] =>
	inside.length === 0
		? []
		: [
				table(
					['Field', 'What it does'],
					inside.flatMap((one) => fieldRows(one)),
				),
			];

function ownersText(property: INodeProperties): string {
	const owners = ownersOf(property);
	if (owners.length === operations.length) return 'all operations';
	if (owners.length > MOST_OWNERS) return `${owners.length} operations`;
	return listed(
		owners.map(
			({ label, resource, operation }) =>
				`[${label}](${fileOf(resource)}#${anchorOf(operation.name)})`,
		),
	);
}
