import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import type { Operation, Resource } from '../../../nodes/Linq/operation.ts';
import { resources } from '../../../nodes/Linq/resources/index.ts';

/** An operation of the node; where Send To decides its route, one for each. */
export interface NodeOperation {
	/** As in samples: `message.send`, `message.send@chat`. */
	name: string;
	/** As the user sees it: `Message > Send`. */
	label: string;
	/** As in the contract: `POST /v3/messages`. */
	route: string;
	resource: Resource;
	operation: Operation;
	/** Value of Send To, if there is one. */
	sendTo?: string;
	/** A field that has a value, which decides the route as well. */
	given?: string;
	/** Fields that this route has no use for. */
	without: string[];
}

/** The routes of an operation that has Send To. */
const ROUTES = [
	{ suffix: '', label: '', sendTo: 'person', without: ['from'] },
	{
		suffix: '@from',
		label: ' with From',
		sendTo: 'person',
		given: 'from',
		without: ['options.continuationMessage', 'options.excludeFrom'],
	},
	{ suffix: '@chat', label: ' to a chat', sendTo: 'chat', without: [] },
];

const hasField = ({ fields = [] }: Operation, name: string) =>
	fields.some((field) => field.name === name);

function routesOf(name: string, label: string, resource: Resource, operation: Operation) {
	const { choose } = operation;
	const routes = choose
		? ROUTES.filter(({ given }) => given === undefined || hasField(operation, given))
		: [{ suffix: '', label: '', without: [] as string[] }];
	return routes.map(({ suffix, label: route, ...way }): NodeOperation => {
		const { sendTo, given } = { sendTo: undefined, given: undefined, ...way };
		const body: IDataObject = given === undefined ? {} : { [given]: 'given' };
		const chosen = choose?.({ getNodeParameter: () => sendTo } as never, body) ?? operation;
		return {
			name: `${name}${suffix}`,
			label: `${label}${route}`,
			route: `${chosen.method} ${chosen.path}`,
			resource,
			operation: { ...chosen, fields: operation.fields, options: operation.options },
			sendTo,
			given,
			without: way.without,
		};
	});
}

export const nodeOperations: NodeOperation[] = resources.flatMap((resource) =>
	resource.operations.flatMap((operation) =>
		routesOf(
			`${resource.value}.${operation.value}`,
			`${resource.name} > ${operation.name}`,
			resource,
			operation,
		),
	),
);

/** One field of an operation, as the editor has it. */
export interface Field {
	/** `text`, or within collections `options.replyTo.message.messageId`. */
	path: string;
	property: INodeProperties;
	/** Where its value goes by its routing, in the terms of places.mts. */
	routed?: { type: 'body' | 'query'; place: string };
	/** Whether it is always shown and so always sent. */
	always: boolean;
}

const { properties } = new Linq().description;

/**
 * Every field that takes a value, those in collections included; not the selectors, and not n8n's
 * own Request Options, which say nothing about Linq.
 */
export function fieldsOf(operation: NodeOperation): Field[] {
	return properties
		.filter(
			({ name, isNodeSetting }) =>
				!['resource', 'operation', 'sendTo'].includes(name) && !isNodeSetting,
		)
		.flatMap((property) => leaves(operation, property, '', true))
		.filter(({ path }) => !operation.without.includes(path));
}

/** Whether an operation has a field or an option, whatever other fields have to be set for it. */
export function belongsTo(
	{ resource, operation, sendTo }: NodeOperation,
	{ displayOptions: { show = {}, hide = {} } = {} }: Pick<INodeProperties, 'displayOptions'>,
): boolean {
	if (hide['/operation']?.includes(operation.value)) return false;
	if (sendTo !== undefined) {
		const [shown, hidden] = [show.sendTo ?? show['/sendTo'], hide.sendTo ?? hide['/sendTo']];
		if (shown?.includes(sendTo) === false || hidden?.includes(sendTo)) return false;
	}
	const ofResources = show.resource ?? show['/resource'];
	const ofOperations = show.operation ?? show['/operation'];
	return (
		(ofResources?.includes(resource.value) ?? true) &&
		(ofOperations?.includes(operation.value) ?? true)
	);
}

export const SELECTORS = ['resource', 'operation', 'sendTo', '/resource', '/operation', '/sendTo'];

/** Whether the resource and the operation alone decide that a field is shown. */
const isUnconditional = ({ displayOptions }: INodeProperties) =>
	Object.keys(displayOptions?.show ?? {}).every((name) => SELECTORS.includes(name));

function leaves(
	operation: NodeOperation,
	property: INodeProperties,
	prefix: string,
	isTop: boolean,
): Field[] {
	if (!belongsTo(operation, property)) return [];
	const path = `${prefix}${property.name}`;
	const { type, property: target } = property.routing?.send ?? {};
	const choices = property.type.endsWith('ptions') && (property.options as INodePropertyOptions[]);
	const field: Field = {
		path,
		property: {
			...property,
			...(path === operation.given && { required: true }),
			...(choices && { options: choices.filter((choice) => belongsTo(operation, choice)) }),
		},
		always: isTop && isUnconditional(property),
		...(target && type && { routed: { type, place: target.replace(/\[\d+\]/g, '[]') } }),
	};
	if (property.type === 'collection') {
		return (property.options as INodeProperties[]).flatMap((one) =>
			leaves(operation, one, `${path}.`, false),
		);
	}
	if (property.type === 'fixedCollection') {
		const groups = property.options as INodePropertyCollection[];
		const within = groups.flatMap(({ name, values }) =>
			values.flatMap((one) => leaves(operation, one, `${path}.${name}.`, false)),
		);
		return [field, ...within];
	}
	return [field];
}

/** The paths of the fields that a set of parameters fills. */
export function filledBy(parameters: unknown, prefix = ''): string[] {
	if (Array.isArray(parameters)) {
		return parameters.flatMap((entry: unknown) => filledBy(entry, prefix));
	}
	if (typeof parameters !== 'object' || parameters === null || '__rl' in parameters) return [];
	return Object.entries(parameters).flatMap(([name, value]) => [
		`${prefix}${name}`,
		...filledBy(value, `${prefix}${name}.`),
	]);
}
