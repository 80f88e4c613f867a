import type { IDataObject, IExecuteSingleFunctions, INodeExecutionData } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { Outcome } from './notSent';
import { optionOf } from './option';

/*
 * A declarative node has one output: n8n puts the items of all requests into one list and returns
 * that (n8n-core, routing-node.ts, runNode). A second one is there only with On Error: Continue
 * (using error output); n8n then moves the items that have an `error` to it, with the data of their
 * input beside their own (workflow-execute.ts, handleNodeErrorOutput). So that is the output for
 * what was not sent.
 */

/** Whether the user wants what was not sent on the error output. */
export const wantsSecondOutput = (context: IExecuteSingleFunctions): boolean =>
	optionOf(context, 'secondOutput') === true;

/** @throws InvalidInput where the node has no error output for what the user wants there */
export function checkSecondOutput(context: IExecuteSingleFunctions): void {
	if (!wantsSecondOutput(context) || context.getNode().onError === 'continueErrorOutput') return;
	throw new InvalidInput(
		'Outcomes on a Second Output is on, but the node has only one output',
		'Open the settings of the node and set On Error to Continue (using error output), or remove the option.',
	);
}

/** Whether an item of the output says that nothing was sent for its input. */
export const isNotSent = ({ outcome }: IDataObject): boolean =>
	outcome !== undefined && outcome !== ('sent' satisfies Outcome);

/** Puts an item where it belongs: what was not sent on the error output, if the user wants it there. */
export function onItsOutput(
	context: IExecuteSingleFunctions,
	item: INodeExecutionData,
): INodeExecutionData {
	if (!isNotSent(item.json) || !wantsSecondOutput(context)) return item;
	return toErrorOutput(item, String(item.json.reason));
}

/** An item of the error output that says what an error was, as `outcome` too. */
export const failedItem = (json: IDataObject): IDataObject => ({
	outcome: 'failed' satisfies Outcome,
	...json,
});

/**
 * The same item with an `error` that n8n sees and does not copy. One that it copies would replace
 * the fields of the item by the words of the error (workflow-execute.ts, normalizeNodeErrors); and
 * `error` as a field, which moves an item too, would make Retry On Fail run the node again
 * (checkFailure), and allows no `outcome` beside it.
 */
export const toErrorOutput = (item: INodeExecutionData, message: string): INodeExecutionData =>
	Object.defineProperty({ ...item }, 'error', {
		value: { message },
		enumerable: false,
		// n8n 1 takes it off by setting it to undefined.
		writable: true,
	});
