import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { RequestFacts } from './explain';
import { explain } from './explain';
import { causeOf, readFailure } from './failure';
import { FileProblem } from './fileProblem';
import { InvalidInput } from './invalidInput';
import { withLinks } from './links';
import { redact } from './redact';
import { UnexpectedAnswer } from './unexpectedAnswer';
import { WaitTooLong } from './waitTooLong';

/**
 * The error to show for anything that a request threw. It is built anew from Linq's answer: the
 * engine's own error carries the request, and with it the token, into the saved execution.
 */
export function requestError(
	node: INode,
	thrown: unknown,
	facts: RequestFacts & {
		/** The item it was made for, 0-based; not given outside of executions. */
		itemIndex?: number;
	},
): NodeApiError | NodeOperationError {
	const isRequest = thrown instanceof WaitTooLong || thrown instanceof UnexpectedAnswer;
	if (!isRequest && readFailure(thrown).kind === 'local') {
		return localError(node, thrown, facts.itemIndex);
	}
	const { message, description, status } = explain(thrown, facts);
	return apiError(node, message, {
		description: withLinks(description),
		httpCode: status?.toString(),
		itemIndex: facts.itemIndex,
	});
}

/**
 * An error of a request. n8n's editor shows a code and other messages as “From Linq” below it: there
 * is a code only where Linq has answered, and no message that says the same once more.
 */
export function apiError(
	node: INode,
	message: string,
	options: { description?: string; httpCode?: string; itemIndex?: number },
): NodeApiError {
	const error = new NodeApiError(node, { message }, { message, ...options });
	error.messages = [];
	return error;
}

/**
 * The error of a request that was not made, in the form that n8n leaves as it is: of any other it
 * makes one with the code “none”, which it then shows as “From Linq” (n8n-core, routing-node.ts,
 * runNode).
 */
export function withoutAnswer(error: NodeApiError | NodeOperationError): NodeApiError {
	if (error instanceof NodeApiError) return error;
	const { context, description, message, node } = error;
	return apiError(node, message, {
		description: description ?? undefined,
		itemIndex: context.itemIndex as number | undefined,
	});
}

/** The error to show for what went wrong in n8n or in this node, not at Linq. */
export function localError(node: INode, thrown: unknown, itemIndex?: number): NodeOperationError {
	if (thrown instanceof NodeOperationError) return thrown;
	const cause = innermost(thrown);
	if (cause instanceof NodeOperationError) return cause;
	if (cause instanceof Error) cause.message = redact(cause.message);
	return new NodeOperationError(node, cause instanceof Error ? cause : redact(String(cause)), {
		description:
			cause instanceof InvalidInput || cause instanceof FileProblem ? cause.hint : undefined,
		itemIndex,
	});
}

function innermost(error: unknown): unknown {
	const cause = causeOf(error);
	return cause instanceof Error ? innermost(cause) : error;
}
