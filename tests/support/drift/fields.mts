import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import type { Operation, Resource } from '../../../nodes/Linq/operation.ts';
import { resources } from '../../../nodes/Linq/resources/index.ts';

/** An operation of the node. */
export interface NodeOperation {
	/** As in samples: `message.send`. */
	name: string;
	/** As the user sees it: `Message > Send`. */
	label: string;
	/** As in the contract: `POST /v3/messages`. */
	route: string;
	resource: Resource;
	operation: Operation;
}

export const nodeOperations: NodeOperation[] = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.value}.${operation.value}`,
		label: `${resource.name} > ${operation.name}`,
		route: `${operation.method} ${operation.path}`,
		resource,
		operation,
	})),
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
			({ name, isNodeSetting }) => !['resource', 'operation'].includes(name) && !isNodeSetting,
		)
		.flatMap((property) => leaves(operation, property, '', true));
}

/** Whether an operation has a field or an option, whatever other fields have to be set for it. */
function has(
	{ resource, operation }: NodeOperation,
	{ displayOptions: { show = {}, hide = {} } = {} }: Pick<INodeProperties, 'displayOptions'>,
): boolean {
	if (hide['/operation']?.includes(operation.value)) return false;
	const ofResources = show.resource ?? show['/resource'];
	const ofOperations = show.operation ?? show['/operation'];
	return (
		(ofResources?.includes(resource.value) ?? true) &&
		(ofOperations?.includes(operation.value) ?? true)
	);
}

const SELECTORS = ['resource', 'operation', '/resource', '/operation'];

/** Whether the resource and the operation alone decide that a field is shown. */
const isUnconditional = ({ displayOptions }: INodeProperties) =>
	Object.keys(displayOptions?.show ?? {}).every((name) => SELECTORS.includes(name));

function leaves(
	operation: NodeOperation,
	property: INodeProperties,
	prefix: string,
	isTop: boolean,
): Field[] {
	if (!has(operation, property)) return [];
	const path = `${prefix}${property.name}`;
	const { type, property: target } = property.routing?.send ?? {};
	const choices = property.type.endsWith('ptions') && (property.options as INodePropertyOptions[]);
	const field: Field = {
		path,
		property: {
			...property,
			...(choices && { options: choices.filter((choice) => has(operation, choice)) }),
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
