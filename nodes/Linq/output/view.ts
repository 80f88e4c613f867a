import { difference, omit } from 'lodash';
import type { IDataObject, IExecuteSingleFunctions } from 'n8n-workflow';

import { splitList } from '../../shared/input/text';
import { SELECTABLE } from '../fields/output';

/** Value of the tool's Output field; empty in workflows, which have Simplify instead. */
const outputMode = (context: IExecuteSingleFunctions) => context.getNodeParameter('outputMode', '');

/** Whether the user wants items in their flat form (fields/output.ts). */
export function wantsSimplified(context: IExecuteSingleFunctions): boolean {
	const mode = outputMode(context);
	return mode === '' ? context.getNodeParameter('simplify', false) === true : mode !== 'raw';
}

/**
 * Removes the fields that a tool does not show its model. Fields that cannot be selected stay, e.g.
 * the outcome of a message that was not sent.
 *
 * @param json an item of the output, simplified
 */
export function selectFields(context: IExecuteSingleFunctions, json: IDataObject): IDataObject {
	if (outputMode(context) !== 'selected') return json;
	const selected = splitList(context.getNodeParameter('outputFields', []));
	return selected.length === 0 ? json : omit(json, difference(SELECTABLE, selected));
}
