import type { FormField } from './form.mts';
import { SELECTORS } from './form.mts';
import { bold, code, listed, sentence, withoutHtml } from './markdown.mts';

/** Longer lists of choices are told by their number: the editor shows them, with a search. */
const MOST_CHOICES = 30;

/** Rows of a table for a field and the fields inside it: its name, and all there is to know. */
export function fieldRows(field: FormField, prefix = ''): string[][] {
	const name = `${prefix}${bold(field.property.displayName)}`;
	return [[name, fieldText(field)], ...field.inside.flatMap((one) => fieldRows(one, `${name} > `))];
}

/** Purpose, conditions, choices, limits and default of a field, in sentences. */
export function fieldText(field: FormField): string {
	const { property } = field;
	return [
		sentence(withoutHtml(property.description ?? '')),
		conditionText(field),
		property.required ? 'Required.' : '',
		choicesText(field),
		modesText(field),
		limitsText(field),
		defaultText(field),
		exampleText(field),
	]
		.filter((text) => text !== '')
		.join(' ');
}

/** n8n's condition for the form that a node has as a tool. */
const AS_TOOL = '@tool';

/** When a field shows, besides the operation: `Shown with **Message Type: Text**.` */
function conditionText(field: FormField): string {
	const { show = {}, hide = {} } = field.property.displayOptions ?? {};
	const texts = (conditions: typeof show) =>
		Object.entries(conditions)
			.filter(([path]) => ![...SELECTORS, AS_TOOL].includes(path))
			.map(([path, values]) => conditionOn(path, values ?? [], field))
			.filter((text) => text !== '');
	const shown = texts(show);
	const hidden = texts(hide);
	return [
		AS_TOOL in show ? 'Only as a tool of an AI agent.' : '',
		AS_TOOL in hide ? 'Not as a tool of an AI agent.' : '',
		shown.length === 0 ? '' : `Shown with ${listed(shown)}.`,
		hidden.length === 0 ? '' : `Not shown with ${listed(hidden, 'or')}.`,
	]
		.filter((text) => text !== '')
		.join(' ');
}

/** Empty where the operation does not have the field that the condition is about. */
function conditionOn(path: string, values: unknown[], { beside, topmost }: FormField): string {
	const name = path.replace('/', '').split('.').at(-1);
	const field = (path.startsWith('/') ? topmost : beside).find((one) => one.name === name);
	if (!field) return '';
	const choices = (field.options ?? []) as Array<{ name: string; value?: unknown }>;
	const wordOf = (value: unknown) => {
		if (typeof value === 'boolean') return value ? 'on' : 'off';
		return choices.find((choice) => choice.value === value)?.name ?? String(value);
	};
	// All the events of a family are too many to read.
	if (values.length > MOST_VALUES) return `some of the ${field.displayName}`;
	return bold(`${field.displayName}: ${listed(values.map(wordOf), 'or')}`);
}

const MOST_VALUES = 6;

function choicesText({ choices }: FormField): string {
	if (choices.length === 0) return '';
	if (choices.length > MOST_CHOICES) return `A list of ${choices.length} choices.`;
	const texts = choices.map(({ name, description = '' }) => ({
		name: bold(name),
		text: withoutHtml(description).replace(/\.$/, ''),
	}));
	const alone = texts.every(({ text }) => text === '');
	if (alone)
		return `${listed(
			texts.map(({ name }) => name),
			'or',
		)}.`;
	return texts.map(({ name, text }) => (text === '' ? `${name}.` : `${name}: ${text}.`)).join(' ');
}

function modesText({ property: { modes } }: FormField): string {
	if (!modes) return '';
	return `Choose ${listed(
		modes.map((mode) => bold(mode.displayName)),
		'or',
	)}.`;
}

/** The limits of the description, or else those of the contract. */
function limitsText({ property, schema }: FormField): string {
	const least = property.typeOptions?.minValue ?? schema.minimum;
	const most = property.typeOptions?.maxValue ?? schema.maximum;
	const { maxLength, maxItems } = schema;
	const told = property.description ?? '';
	return [
		rangeText(least, most),
		maxLength === undefined || told.includes('characters')
			? ''
			: `At most ${maxLength.toLocaleString('en')} characters.`,
		maxItems === undefined || told.includes(String(maxItems)) ? '' : `At most ${maxItems}.`,
	]
		.filter((text) => text !== '')
		.join(' ');
}

function rangeText(least?: number, most?: number): string {
	if (least !== undefined && most !== undefined) return `From ${least} to ${most}.`;
	if (least !== undefined) return `At least ${least}.`;
	return most === undefined ? '' : `At most ${most}.`;
}

/** A field that has to be added does nothing before; then it begins with its default. */
function defaultText(field: FormField): string {
	const value = defaultOf(field);
	return value === '' ? '' : `${field.isOption ? 'When added' : 'Default'}: ${value}.`;
}

function defaultOf({ property: { default: value, type }, choices }: FormField): string {
	if (type === 'boolean') return value === true ? 'on' : 'off';
	if (type.endsWith('ptions')) {
		const chosen = [value].flat() as unknown[];
		return listed(choices.filter((one) => chosen.includes(one.value)).map(({ name }) => name));
	}
	const isPlain = (typeof value === 'string' || typeof value === 'number') && value !== '';
	return isPlain ? code(String(value)) : '';
}

function exampleText({ property: { placeholder = '', modes = [] } }: FormField): string {
	const placeholders = [placeholder, ...modes.map((mode) => mode.placeholder ?? '')];
	const example = placeholders.find((text) => text.startsWith('e.g. '));
	return example === undefined ? '' : `Example: ${code(example.replace('e.g. ', ''))}.`;
}
