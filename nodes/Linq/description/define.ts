import { omit } from 'lodash';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { optionsField } from '../fields/collection';
import { sendOptions } from '../fields/sendOptions';
import type { Field, Operation, Resource } from '../operation';
import { envelope, passAnswerOn } from '../send/envelope';
import { inOrderOfUse } from './optionOrder';
import type { Form } from './shareFields';
import { shareFields } from './shareFields';

/**
 * The resource selector and all that depends on it.
 *
 * @param resources in the order shown; the first one is preselected, and the only one whose
 *   operations n8n looks at for the tool for human review
 * @returns the properties of the node's description
 */
export function defineResources(resources: [Resource, ...Resource[]]): INodeProperties[] {
	const [{ value: preselected }] = resources;
	const fields: Field[] = [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: preselected,
		},
		...resources.map(operationSelector),
		...shareFields(resources.flatMap((resource) => forms(resource, ({ fields = [] }) => fields))),
		optionsField(
			shareFields(
				resources.flatMap((resource) => forms(resource, optionsOf)),
				'/',
			),
		),
	];
	return fields.map(propertyOf);
}

function operationSelector(resource: Resource): INodeProperties {
	const [{ value: preselected }] = resource.operations;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource.value] } },
		options: resource.operations.map(selectorEntry),
		default: preselected,
	};
}

function selectorEntry(operation: Operation): INodePropertyOptions {
	const { name, value, action, description, method, path, body } = operation;
	return {
		name,
		value,
		action,
		description,
		routing: {
			request: { method, url: path, ...(body && { body }) },
			// With `paginate` on, n8n hands the prepared request to the pagination function, which
			// makes it itself (n8n-core, routing-node.ts, makeRequest).
			send: { paginate: true },
			operations: { pagination: envelope(operation) },
			output: { postReceive: [passAnswerOn] },
		},
	};
}

function forms(resource: Resource, fieldsOf: (operation: Operation) => Field[]): Form[] {
	return resource.operations.map((operation) => ({
		resource: resource.value,
		operation: operation.value,
		fields: fieldsOf(operation),
	}));
}

function optionsOf(operation: Operation): Field[] {
	return inOrderOfUse([...(operation.options ?? []), ...sendOptions(operation)]);
}

/** A field as n8n knows it: without what is the business of the send path. */
function propertyOf(field: Field): INodeProperties {
	const property: INodeProperties = omit(field, 'read', 'fills');
	if (!isCollection(property)) return property;
	return { ...property, options: property.options.map(propertyOf) };
}

const isCollection = (
	property: INodeProperties,
): property is INodeProperties & { options: Field[] } => property.type === 'collection';
