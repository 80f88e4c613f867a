import { isEqual } from 'lodash';

import type { Field } from '../operation';

/** The fields that one operation shows, in their order. */
export interface Form {
	resource: string;
	operation: string;
	fields: Field[];
}

/** A field and the forms that it is shown in: each of these operations of each of these resources. */
interface Shared {
	field: Field;
	operations: Map<string, Set<string>>;
}

/**
 * The properties for all forms. A field that several forms have, the same object, becomes one
 * property: for each property of the same name n8n evaluates the parameter once more, whether it is
 * shown or not (n8n-core, routing-node.ts, runNode and resolveBaseUrl), and what the user entered
 * stays when the operation changes.
 *
 * @param root where `resource` and `operation` stand as seen from the fields: `/` within a collection
 * @throws Error when two forms have the same fields in different orders, or a copy of a field that
 *   could be shared
 */
export function shareFields(forms: Form[], root: '' | '/' = ''): Field[] {
	refuseCopies(forms);
	const all = operationsByResource(forms);
	const owners = new Map<Field, Form[]>();
	for (const form of forms) {
		for (const field of form.fields) owners.set(field, [...(owners.get(field) ?? []), form]);
	}
	const shared = [...owners].flatMap(([field, ofForms]) =>
		rectangles(operationsByResource(ofForms), all).map((operations) => ({ field, operations })),
	);
	return inOrder(shared, forms).map((one) => shownIn(one, all, root));
}

/** A copy, e.g. `{ ...chatField }`, would silently become a second property. */
function refuseCopies(forms: Form[]): void {
	const fields = new Set(forms.flatMap((form) => form.fields));
	const byName = new Map<string, Field[]>();
	for (const field of fields) {
		const others = byName.get(field.name) ?? [];
		if (others.some((other) => isEqual(other, field))) {
			throw new Error(
				`Two fields "${field.name}" are equal: let their operations share one object`,
			);
		}
		byName.set(field.name, [...others, field]);
	}
}

type Operations = Map<string, Set<string>>;

function operationsByResource(forms: Form[]): Operations {
	const operations: Operations = new Map();
	for (const { resource, operation } of forms) {
		operations.set(resource, (operations.get(resource) ?? new Set()).add(operation));
	}
	return operations;
}

/**
 * Splits what a field is shown in into sets that a display condition can express: n8n takes all
 * listed operations of all listed resources.
 */
function rectangles(wanted: Operations, all: Operations): Operations[] {
	const found: Operations[] = [];
	for (const [resource, operations] of wanted) {
		const partner = found.find((one) => {
			const together = new Map(one).set(resource, operations);
			const names = new Set([...together.values()].flatMap((set) => [...set]));
			return [...together].every(([member, own]) =>
				[...names].every((name) => own.has(name) || !all.get(member)?.has(name)),
			);
		});
		if (partner) partner.set(resource, operations);
		else found.push(new Map([[resource, operations]]));
	}
	return found;
}

const isIn = ({ operations }: Shared, { resource, operation }: Form) =>
	operations.get(resource)?.has(operation) ?? false;

/** Sorts the fields so that each form has its own in their order. */
function inOrder(shared: Shared[], forms: Form[]): Shared[] {
	const before = new Map<Shared, Set<Shared>>(shared.map((one) => [one, new Set()]));
	for (const form of forms) {
		let previous: Shared | undefined;
		for (const field of form.fields) {
			const next = shared.find((one) => one.field === field && isIn(one, form));
			if (previous && next) before.get(next)?.add(previous);
			previous = next;
		}
	}
	const sorted = new Set<Shared>();
	while (before.size > 0) {
		const next = [...before].find(([, others]) => [...others].every((one) => sorted.has(one)));
		if (!next) {
			const names = [...before.keys()].map(({ field }) => field.name).join(', ');
			throw new Error(`Operations have the same fields in different orders: ${names}`);
		}
		sorted.add(next[0]);
		before.delete(next[0]);
	}
	return [...sorted];
}

function shownIn({ field, operations }: Shared, all: Operations, root: string): Field {
	const everywhere = [...all].every(([name, own]) => operations.get(name)?.size === own.size);
	if (everywhere) return field;
	return {
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				[`${root}resource`]: [...operations.keys()],
				[`${root}operation`]: [...new Set([...operations.values()].flatMap((set) => [...set]))],
				...field.displayOptions?.show,
			},
		},
	};
}
