import type { Schema } from '../../../tests/support/contract.mts';
import { answerSchema, resolved } from '../../../tests/support/contract.mts';
import type { FieldWords } from './fieldWords.mts';
import { code, listed, table } from './markdown.mts';
import type { Documented } from './operations.mts';

/** A value in the schema of an output (nodes/Linq/__schema__). */
export interface OutputSchema {
	type?: string | string[];
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/** The fields of an operation's items: name, type, and what they hold. */
export function outputTable(
	operation: Documented,
	schema: OutputSchema,
	words: FieldWords,
): string {
	const places = [operation.name, operation.resource.value];
	const rows = Object.entries(schema.properties ?? {}).map(([name, value]) => [
		code(name),
		typeOf(value),
		[
			words.of(name, places),
			valuesText(operation.ways[0].route, name, words.of(name, places)),
			withText(value),
		]
			.filter((text) => text !== '')
			.join('; '),
	]);
	return table(['Field', 'Type', 'What it holds'], rows);
}

/** `text or null`, `list`, in the words of the other pages. */
function typeOf({ type = 'null', items }: OutputSchema): string {
	const names = [type].flat().map((one) => TYPES[one] ?? one);
	const known = names.filter((name) => name !== 'null');
	if (known.length === 0) return '';
	if (known[0] === 'list' && items?.type === 'string') return 'list of texts';
	return listed(names, 'or');
}

const TYPES: Record<string, string> = { string: 'text', array: 'list' };

/** The names inside a value, and inside those. */
function withText({ properties, items, type }: OutputSchema): string {
	const inside = properties ?? items?.properties;
	if (!inside) return '';
	const names = Object.entries(inside).map(([name, value]) => {
		const deeper = withText(value);
		return deeper === '' ? code(name) : `${code(name)} (${deeper})`;
	});
	return `${type === 'array' ? 'each ' : ''}with ${listed(names)}`;
}

/** The values that the contract lists for a field of Linq's answer, where our words name none. */
function valuesText(route: string, name: string, told: string): string {
	if (told.includes('`')) return '';
	const values = [answerSchema(route)].flatMap((schema) => (schema ? valuesIn(schema, name) : []));
	return values.length === 0 ? '' : listed(values.map(code), 'or');
}

function valuesIn(schema: Schema, name: string): string[] {
	const { properties = {}, allOf = [] } = schema;
	const own = properties[name];
	const found = own && resolved(own).enum;
	if (found) return found.filter((value) => typeof value === 'string');
	// The entries of a list, and what a schema is made up of.
	const lists = Object.values(properties).flatMap((property) => resolved(property).items ?? []);
	return [...allOf, ...lists].flatMap((one) => valuesIn(resolved(one), name));
}
