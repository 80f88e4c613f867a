import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	NodeApiError,
	PostReceiveAction,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { applyBaseUrl } from '../../shared/api/credential';
import { localError, requestError } from '../../shared/errors/nodeError';
import { UnexpectedAnswer } from '../../shared/errors/unexpectedAnswer';
import { isObject } from '../../shared/object';
import type { Answer, List, Operation } from '../operation';
import { fetchList } from '../output/pages';
import { clock } from './clock';
import { inputsOf } from './inputs';
import type { PreparedRequest } from './item';
import { Item } from './item';
import { keyOf, putKey } from './key';
import { lookUp } from './lookup';
import { markSent, outcomeOf } from './outcome';
import { Interrupted, withRetries } from './retry';
import { keyPlaceOf } from './route';
import type { FinalResult } from './run';
import { runOf } from './run';
import { sentLog } from './sentLog';
import { explainDeletedMessage, isStoredFailure, renewKey, storedFailure } from './storedMessage';

type NodeError = NodeApiError | NodeOperationError;

/**
 * The envelope around the request of an item: all that happens to it, from its place in the queue
 * to the items of the output.
 *
 * It is registered as pagination, the one place in the declarative style where a function gets the
 * prepared request and makes it itself. Operations have no preSend hooks, so n8n calls it for one
 * item after the other, and everything before its first await happens in their order (n8n-core,
 * routing-node.ts, runNode and makeRequest).
 *
 * What comes of an item is told as the node's error settings want it:
 *
 * - Stop: after the first failure nothing is sent any more but what is under way, and the error
 *   says how many items were sent.
 * - Continue, on either output: the item's own error, paired with its input.
 */
export function envelope(operation: Operation) {
	const inputs = inputsOf(operation);
	return async function (
		this: IExecutePaginationFunctions,
		prepared: PreparedRequest,
	): Promise<INodeExecutionData[]> {
		const run = runOf(this);
		const attempt = run.attemptFor(this);
		attempt.handOver(this.getItemIndex());
		if (attempt.hasFailed) return [];
		const item = new Item(this, operation, inputs, prepared, run, attempt);
		const pairedItem = { item: item.index };
		let outputs: IDataObject[] = [];
		let failure: NodeError | undefined;
		try {
			outputs = await process(item);
		} catch (error) {
			failure = failureOf(item, error);
			if (failure && !this.continueOnFail()) attempt.stop();
		}
		attempt.leave(item.ticket);
		if (!failure) return outputs.map((json) => ({ json, pairedItem }));
		if (this.continueOnFail()) return [{ json: errorItem(failure), pairedItem }];
		await attempt.allEntered;
		await attempt.queue.onIdle();
		throw item.writes ? withProgress(failure, String(run.progress)) : failure;
	};
}

/** Hands the whole answer on to the envelope, which records it before anything is read from it. */
export const passAnswerOn: PostReceiveAction = async (_items, { statusCode, headers, body }) => [
	{ json: { statusCode, headers, body } as unknown as IDataObject },
];

/** An item in its turn. */
async function process(item: Item): Promise<IDataObject[]> {
	const { attempt, run, operation } = item;
	await attempt.ready;
	if (!(await attempt.queue.acquire(item.ticket))) throw new Interrupted();
	const earlier = run.results.get(item.index);
	if (earlier) return [recall(item, earlier)];
	await prepare(item);
	return operation.list ? await getList(item, operation.list) : [await send(item)];
}

/** What an earlier try made of the item; nothing is sent again. */
function recall(item: Item, result: FinalResult): IDataObject {
	if ('answer' in result) return finish(item, outputOf(item, result.answer));
	if ('found' in result) return result.found;
	throw new NodeOperationError(item.context.getNode(), result.message, {
		description: result.description,
		itemIndex: item.index,
	});
}

/** Completes the request. */
async function prepare(item: Item): Promise<void> {
	const { context, operation, request, run } = item;
	try {
		if (item.problem) throw item.problem;
		applyBaseUrl(await item.attempt.baseUrl, request);
		if (operation.buildBody) {
			request.body = operation.buildBody(context, request.body as IDataObject);
		}
		const place = keyPlaceOf(operation);
		if (!place) return;
		item.key = keyOf(context, run.keys, item.address.target);
		if (item.key !== undefined) putKey(request, place, item.key);
	} catch (error) {
		throw localError(context.getNode(), error, item.index);
	}
}

/** The pages of a list. */
async function getList(item: Item, list: List): Promise<IDataObject[]> {
	const filters = (item.request.qs ?? {}) as IDataObject;
	try {
		return await fetchList(list, item.context, filters, (qs) =>
			withRetries(item, () => makeRequest(item, qs)),
		);
	} catch (error) {
		throw explained(item, error);
	}
}

/** The one request of all operations but lists. */
async function send(item: Item): Promise<IDataObject> {
	const startedAt = clock.now();
	for (let renewal = 1; ; renewal++) {
		let answer: Answer;
		try {
			answer = await withRetries(item, () => makeRequest(item));
		} catch (error) {
			return await afterFailure(item, error, startedAt);
		}
		// Done, whatever the answer says; so this comes before anything is read from it.
		keep(item, { answer });
		const json = outputOf(item, answer);
		if (!isStoredFailure(item, json)) return finish(item, json);
		if (!renewKey(item, renewal)) throw storedFailure(item);
	}
}

/** An item that is done. */
function finish(item: Item, json: IDataObject): IDataObject {
	markSent(item, json);
	item.run.progress.done(item.index);
	return json;
}

/** Makes the request once. */
async function makeRequest(item: Item, qs?: IHttpRequestOptions['qs']): Promise<Answer> {
	const { lane } = item.address;
	if (!item.operation.lookup || lane === undefined) return await item.call(qs);
	return await sentLog.during(lane, async () => {
		const answer = await item.call(qs);
		sentLog.addFrom(answer.body);
		return answer;
	});
}

/** What to output although the request failed. @throws what failed, in plain words */
async function afterFailure(item: Item, error: unknown, startedAt: number): Promise<IDataObject> {
	const outcome = outcomeOf(item, error);
	const found = outcome ?? (await lookUp(item, startedAt));
	if (!found) throw explained(item, error);
	keep(item, { found });
	item.run.progress.done(item.index);
	return found;
}

/** Keeps how an item ended for the next try, where Linq could not tell that it comes again. */
function keep({ run, index, isOnceOnly }: Item, result: FinalResult): void {
	if (run.retries && isOnceOnly) run.results.set(index, result);
}

/**
 * Reads an answer. One to a write that is not what the contract says comes out as it is, because
 * what it was asked for is done.
 *
 * @throws NodeApiError for a read, and for a web page, which is no answer of Linq's
 */
function outputOf(item: Item, answer: Answer): IDataObject {
	const { context, operation } = item;
	try {
		return operation.output?.(answer, item) ?? {};
	} catch (error) {
		if (!item.writes) throw explained(item, error);
		const { body, statusCode } = answer;
		item.run.progress.done(item.index);
		if (!(error instanceof UnexpectedAnswer)) {
			throw new NodeOperationError(context.getNode(), error as Error, {
				description: `Linq accepted this item (HTTP ${statusCode}), so do not send it again.`,
				itemIndex: item.index,
			});
		}
		if (typeof body === 'string' && /^\s*</.test(body)) throw explained(item, error);
		context.logger.warn(
			`Linq accepted item ${item.index} (HTTP ${statusCode}), but its answer is not what its documentation says`,
		);
		return isObject(body) ? body : { data: body as IDataObject[string] };
	}
}

/** The failure to show; undefined for an item that another one's failure kept from being sent. */
function failureOf(item: Item, error: unknown): NodeError | undefined {
	const { attempt, context, index, isUncertain, run } = item;
	if (isUncertain && item.writes) run.progress.uncertain(index);
	if (error instanceof Interrupted) {
		if (!attempt.isCancelled) return undefined;
		return new NodeOperationError(
			context.getNode(),
			isUncertain
				? 'The execution was cancelled, and it is not known whether this item was sent'
				: 'The execution was cancelled before this item was sent',
			{ itemIndex: index },
		);
	}
	const failure = error as NodeError;
	if (isUncertain) {
		const { message, description } = failure;
		keep(item, { message, description: description ?? undefined });
	}
	return failure;
}

function explained(item: Item, error: unknown): unknown {
	if (error instanceof Interrupted) return error;
	const { context, request } = item;
	return (
		explainDeletedMessage(item, error) ??
		requestError(context.getNode(), error, {
			baseUrl: request.baseURL ?? '',
			writes: item.writes,
			isRepeatable: item.isRepeatable,
			key: item.key,
			itemIndex: item.index,
		})
	);
}

/**
 * An error as an item. Only with these fields, and without `error` beside them, does n8n put it on
 * the error output with the data of its input (n8n-core, workflow-execute.ts,
 * handleNodeErrorOutput and normalizeNodeErrors).
 */
const errorItem = ({ message, description }: NodeError): IDataObject =>
	description ? { error: message, details: description } : { error: message };

function withProgress(error: NodeError, progress: string): NodeError {
	error.description = [error.description, progress].filter(Boolean).join(' ');
	return error;
}
