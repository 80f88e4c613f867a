import { get, has, set } from 'lodash';
import type { IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readCountry } from '../../shared/input/country';
import type { InputSettings } from '../../shared/input/phoneNumber';
import type { Field, Operation, Reader } from '../operation';
import { optionOf } from './option';

/** A field whose value n8n puts into the request before the envelope sees it. */
export interface Input {
	/** Name of the field. */
	field: string;
	/** Its label, for errors. */
	label: string;
	/** Where the value stands, and under which path, e.g. `placement.x`. */
	in: 'body' | 'qs';
	path: string;
	read?: Reader;
}

/** The fields of an operation whose values stand in its requests, those in collections included. */
export function inputsOf({ fields = [], options = [] }: Operation): Input[] {
	return [...fields, ...options].flatMap(inputsWithin);
}

function inputsWithin(field: Field): Input[] {
	const { name, displayName: label, read, routing } = field;
	const within = ((field.options ?? []) as Field[]).flatMap(inputsWithin);
	const { type, property } = routing?.send ?? {};
	if (property === undefined) return within;
	return [
		{ field: name, label, in: type === 'query' ? 'qs' : 'body', path: property, read },
		...within,
	];
}

/**
 * The settings for the fields of an item: the node's own come before those of the credential.
 *
 * @throws InvalidInput for one that cannot be used
 */
export function settingsFor(
	context: IExecuteSingleFunctions,
	ofCredential: InputSettings,
): InputSettings {
	const country = optionOf(context, 'defaultCountry');
	return country === undefined
		? ofCredential
		: { country: readCountry(country, 'Default Country') };
}

/**
 * Brings the values in a request into Linq's form.
 *
 * @throws InvalidInput for the first that Linq would refuse
 */
export function readInputs(
	inputs: Input[],
	request: IHttpRequestOptions,
	settings: InputSettings,
): void {
	for (const { in: where, path, read, label } of inputs) {
		const target = request[where] as object | undefined;
		if (read && has(target, path)) {
			set(target as object, path, read(get(target, path), label, settings));
		}
	}
}

/** The value of a field as it stands in a request; undefined where it does not. */
export function inputIn(inputs: Input[], request: IHttpRequestOptions, field: string): unknown {
	const found = inputs.find((input) => input.field === field);
	return found && get(request[found.in], found.path);
}
