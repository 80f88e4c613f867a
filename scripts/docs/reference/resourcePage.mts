import { isHarmless, keyPlaceOf, writes } from '../../../nodes/Linq/send/route.ts';
import type { Resource } from '../../../nodes/Linq/operation.ts';
import type { NodeOperation } from '../../../tests/support/drift/fields.mts';
import { exampleOf, NAMES, pasteable } from './example.mts';
import { fieldRows } from './fieldText.mts';
import type { FieldWords } from './fieldWords.mts';
import { MADE } from './file.mts';
import type { FormField } from './form.mts';
import { formOf } from './form.mts';
import { anchorOf, bold, code, listed, sentence, table, withoutHtml } from './markdown.mts';
import type { Documented } from './operations.mts';
import { operations } from './operations.mts';
import type { OutputSchema } from './output.mts';
import { outputTable } from './output.mts';
import { anchorOfShared, isShared } from './sharedFields.mts';

/**
 * The page of a resource: each operation with its fields, options, output, call and example.
 *
 * @param schemaOf gives the output schema of an operation
 */
export function resourcePage(
	resource: Resource,
	schemaOf: (operation: Documented) => OutputSchema,
	words: FieldWords,
): string {
	const own = operations.filter((one) => one.resource === resource);
	return [
		`# ${resource.name}`,
		MADE,
		sentence(resource.description),
		operationsTable(own),
		...own.flatMap((one) => operationSection(one, schemaOf(one), words)),
		'',
	].join('\n\n');
}

export const operationsTable = (listedOperations: Documented[], page = ''): string =>
	table(
		['Operation', 'What it does'],
		listedOperations.map(({ operation: { name, description } }) => [
			`[${name}](${page}#${anchorOf(name)})`,
			sentence(withoutHtml(description)),
		]),
	);

function operationSection(one: Documented, schema: OutputSchema, words: FieldWords): string[] {
	const { fields, options } = formOf(one);
	return [
		`## ${one.operation.name}`,
		sentence(withoutHtml(one.operation.description)),
		`${callText(one)} ${repetitionText(one.ways[0])}`.trim(),
		...tableOf('Field', fields),
		...tableOf('Option', options),
		bold('Output'),
		amountText(one),
		outputTable(one, schema, words),
		...one.ways.flatMap((way) => exampleBlock(way, wayText(one, way))),
	].filter((text) => text !== '');
}

/** ` with From`, ` to a chat`; empty for what the defaults lead to. */
const wayText = (one: Documented, way: NodeOperation): string => way.label.slice(one.label.length);

function callText(one: Documented): string {
	const calls = one.ways.map((way) => `${code(way.route)}${wayText(one, way)}`);
	return `Linq’s call: ${listed(calls, 'or')}.`;
}

function exampleBlock(way: NodeOperation, text: string): string[] {
	const example = exampleOf(way, NAMES);
	const reads = Object.keys(example.item).map((name) => code(name));
	return [
		`<details><summary>Example${text}, to paste into the editor</summary>`,
		reads.length === 0 ? '' : `It takes ${listed(reads)} from the item before it.`,
		`\`\`\`json\n${pasteable(way, example)}\n\`\`\``,
		'</details>',
	];
}

/** Fields that several operations have are described once, on a page of their own. */
function tableOf(head: string, fields: FormField[]): string[] {
	if (fields.length === 0) return [];
	const rows = fields.flatMap((field) => (isShared(field) ? [sharedRow(field)] : fieldRows(field)));
	return [table([head, 'What it does'], rows)];
}

function sharedRow({ property }: FormField): string[] {
	const [first = ''] = withoutHtml(property.description ?? '').split(/(?<=\.) (?=[A-Z])/);
	const link = `[${bold(property.displayName)}](fields.md#${anchorOfShared(property)})`;
	return [link, sentence(first)];
}

/** How the node repeats it, if no answer comes (docs/sending.md). */
function repetitionText({ operation }: NodeOperation): string {
	if (operation.perform ?? !writes(operation)) return '';
	if (keyPlaceOf(operation)) {
		return 'It carries an [idempotency key](../sending.md#once), so it can be repeated safely.';
	}
	if (isHarmless(operation)) return '';
	const found = operation.lookup
		? ' It looks in Linq instead, and says `found: true` if it was.'
		: '';
	return `Linq takes no idempotency key for it, so the node does not repeat it if [no answer came](../sending.md#without-a-key).${found}`;
}

function amountText({ operation: { list, perform, isQuestion } }: Documented): string {
	if (list) return 'An item for each entry of the list.';
	if (perform) return '';
	const once = isQuestion ? ' Linq is asked once per run about each value.' : '';
	return `An item for each input item.${once}`;
}
