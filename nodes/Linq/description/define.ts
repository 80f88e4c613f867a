import type {
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
	PostReceiveAction,
	PreSendAction,
} from 'n8n-workflow';

import { optionsField } from '../fields/collection';
import { deliveryOptions } from '../fields/sendOptions';
import type { Envelope } from '../send/envelope';
import { deliver } from '../send/envelope';
import { enter } from '../request/enter';
import { guarded } from '../request/guarded';
import type { Route } from '../send/route';
import type { Form } from './shareFields';
import { shareFields } from './shareFields';

/**
 * One operation of the Linq node: its entry in the selector, its fields, its route, its hooks. A
 * `{chatId}` of its path is filled from the field `chatId`.
 */
export interface Operation extends Route {
	/** Title Case, as shown in the selector. */
	name: string;
	value: string;
	/** Sentence case without articles, as shown in the node creator. */
	action: string;
	description: string;
	/** What goes into the body besides the fields' values. */
	body?: IDataObject;
	/** Fields in the order shown. Those that operations share must be the same object. */
	fields?: INodeProperties[];
	/** What one may add under Options, besides what the send path offers there. */
	options?: INodeProperties[];
	/** Hooks that check and build the request; what they throw is shown before anything is sent. */
	preSend?: PreSendAction[];
	/** Hooks that turn Linq's answer into the items of the output. */
	output?: PostReceiveAction[];
	/** What makes the request, or the requests of a list: listAll(). One request when not given. */
	envelope?: Envelope;
}

/** A group of operations that act on the same thing, e.g. Chat. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	/** In the order shown; the first one is preselected. */
	operations: [Operation, ...Operation[]];
}

/**
 * The resource selector and all that depends on it.
 *
 * @param resources in the order shown
 * @returns the properties of the node's description
 */
export function defineResources(resources: Resource[]): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: 'message',
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
			send: {
				// With `paginate` on, n8n hands the prepared request to the pagination function, which
				// sends it itself: the one place in the declarative style that wraps a request
				// (n8n-core, routing-node.ts, makeRequest).
				paginate: true,
				preSend: [enter(operation), ...(operation.preSend ?? []).map(guarded)],
			},
			operations: { pagination: deliver(operation.envelope) },
			output: { postReceive: operation.output ?? [] },
		},
	};
}

function forms(resource: Resource, fieldsOf: (operation: Operation) => INodeProperties[]): Form[] {
	return resource.operations.map((operation) => ({
		resource: resource.value,
		operation: operation.value,
		fields: fieldsOf(operation),
	}));
}

function optionsOf(operation: Operation): INodeProperties[] {
	const options = [...(operation.options ?? []), ...deliveryOptions(operation)];
	return options.sort((a, b) => a.displayName.localeCompare(b.displayName));
}
