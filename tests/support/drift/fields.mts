import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { Linq } from '../../../nodes/Linq/Linq.node.ts';
import type { Operation, Resource } from '../../../nodes/Linq/define.ts';
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

/** Every field that takes a value, those in collections included. */
export function fieldsOf({ resource, operation }: NodeOperation): Field[] {
	return properties
		.filter(({ displayOptions: { show = {} } = {}, name }) => {
			const { resource: ofResource = [], operation: ofOperation = [] } = show;
			return (
				name !== 'operation' &&
				ofResource.includes(resource.value) &&
				ofOperation.includes(operation.value)
			);
		})
		.flatMap((property) => {
			const conditions = Object.keys(property.displayOptions?.show ?? {});
			return leaves(property, '', conditions.length === 2);
		});
}

function leaves(property: INodeProperties, prefix: string, always: boolean): Field[] {
	const path = `${prefix}${property.name}`;
	const { type, property: target } = property.routing?.send ?? {};
	const field: Field = {
		path,
		property,
		always,
		...(target && type && { routed: { type, place: target.replace(/\[\d+\]/g, '[]') } }),
	};
	if (property.type === 'collection') {
		return (property.options as INodeProperties[]).flatMap((one) => leaves(one, `${path}.`, false));
	}
	if (property.type === 'fixedCollection') {
		const groups = property.options as INodePropertyCollection[];
		const within = groups.flatMap(({ name, values }) =>
			values.flatMap((one) => leaves(one, `${path}.${name}.`, false)),
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
