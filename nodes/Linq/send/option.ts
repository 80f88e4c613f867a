import type { IExecuteSingleFunctions } from 'n8n-workflow';

/** The fallback for a parameter that is not there; with `undefined`, n8n would throw. */
const NOT_ADDED = 'not added';

/** The value of an option; undefined only where the user did not add it. */
export function optionOf(context: IExecuteSingleFunctions, name: string): unknown {
	const value = context.getNodeParameter(`options.${name}`, NOT_ADDED);
	return value === NOT_ADDED ? undefined : (value ?? '');
}
