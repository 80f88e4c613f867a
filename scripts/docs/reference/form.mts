import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import type { Schema } from '../../../tests/support/contract.mts';
import { belongsTo } from '../../../tests/support/drift/fields.mts';
import { bodyPlaces, parameterPlaces } from '../../../tests/support/drift/places.mts';
import type { Documented } from './operations.mts';
import { operations } from './operations.mts';

/** A field as the editor shows it, with the fields inside it. */
export interface FormField {
	property: INodeProperties;
	/** Its choices. */
	choices: INodePropertyOptions[];
	/** Fields of a collection, or of an entry of a list. */
	inside: FormField[];
	/** The fields that its conditions refer to by a plain name, and those by a path from the node. */
	beside: INodeProperties[];
	topmost: INodeProperties[];
	/** Whether it has to be added before it shows. */
	isOption: boolean;
	/** The contract's schema of its value, if that goes into the request unchanged. */
	schema: Schema;
}

/** The form of an operation: its own fields, and those under Options. */
export interface Form {
	fields: FormField[];
	options: FormField[];
}

/** Request Options are n8n's, for all operations alike; a notice takes no value. */
const isField = ({ name, type, isNodeSetting }: INodeProperties) =>
	!['resource', 'operation'].includes(name) &&
	!isNodeSetting &&
	!['hidden', 'notice'].includes(type);

const { properties } = new Linq().description;

/** The fields of an operation, in the order in which the editor shows them. */
export function formOf({ ways: [way] }: Documented): Form {
	// Whatever Send To says: the page tells when a field shows.
	const operation = { ...way, sendTo: undefined };
	const own = properties.filter((property) => belongsTo(operation, property));
	const all = fieldsAmong(own, {
		topmost: own,
		has: (property) => belongsTo(operation, property),
		schemaOf: (property) => schemaOf(property, operation.route),
	});
	const isOptions = ({ property }: FormField) => property.name === 'options';
	return {
		fields: all.filter((field) => !isOptions(field)),
		options: all.filter(isOptions).flatMap(({ inside }) => inside),
	};
}

/** The fields of something that has no operations: a trigger, a credential. */
export const plainForm = (topmost: INodeProperties[]): FormField[] =>
	fieldsAmong(topmost, { topmost, has: () => true, schemaOf: () => ({}) });

/** The context in which the fields of a form are made. */
interface Maker {
	topmost: INodeProperties[];
	has: (property: Pick<INodeProperties, 'displayOptions'>) => boolean;
	schemaOf: (property: INodeProperties) => Schema;
}

function fieldsAmong(candidates: INodeProperties[], maker: Maker, isOption = false): FormField[] {
	const beside = candidates.filter((property) => maker.has(property));
	return beside.filter(isField).map((property) => ({
		property,
		choices: property.type.endsWith('ptions')
			? ((property.options ?? []) as INodePropertyOptions[]).filter(maker.has)
			: [],
		inside: insideOf(property, maker),
		beside,
		topmost: maker.topmost,
		isOption,
		schema: maker.schemaOf(property),
	}));
}

function insideOf(property: INodeProperties, maker: Maker): FormField[] {
	if (property.type === 'collection') {
		return fieldsAmong(property.options as INodeProperties[], maker, true);
	}
	if (property.type !== 'fixedCollection') return [];
	const groups = property.options as INodePropertyCollection[];
	return groups.flatMap(({ values }) => fieldsAmong(values, maker));
}

function schemaOf({ routing }: INodeProperties, route: string): Schema {
	const { type, property = '' } = routing?.send ?? {};
	const places = type === 'body' ? bodyPlaces(route) : parameterPlaces(route, 'query');
	return places.get(property.replaceAll(/\[\d+\]/g, '[]'))?.schema ?? {};
}

const everyForm = operations.map((operation) => ({ operation, form: formOf(operation) }));

/** Parameters that alone decide which operations have a field. */
export const SELECTORS = ['resource', 'operation', '/resource', '/operation'];

/** One field is several properties where no single condition can say which operations have it. */
export const identityOf = (property: INodeProperties): string => {
	const { show = {}, hide = {} } = property.displayOptions ?? {};
	const own = Object.entries(show).filter(([name]) => !SELECTORS.includes(name));
	return JSON.stringify({ ...property, displayOptions: [own, hide] });
};

/** The operations that have this field, as one of their own or under Options. */
export function ownersOf(property: INodeProperties): Documented[] {
	const identity = identityOf(property);
	return everyForm
		.filter(({ form: { fields, options } }) =>
			[...fields, ...options].some((field) => identityOf(field.property) === identity),
		)
		.map(({ operation }) => operation);
}
