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
import { InvalidInput } from '../../shared/errors/invalidInput';
import { idsAsked } from '../../shared/errors/idsAsked';
import { withoutLinks } from '../../shared/errors/links';
import { apiError, requestError, withoutAnswer } from '../../shared/errors/nodeError';
import { UnexpectedAnswer } from '../../shared/errors/unexpectedAnswer';
import { isObject } from '../../shared/object';
import type { AddBinary, Answer, Around, List, Operation, Perform, Produced } from '../operation';
import { fetchList } from '../output/pages';
import { selectFields } from '../output/view';
import { afterSending } from './after/afterSending';
import { answerOnce } from './answers';
import { AtWork } from './atWork';
import { explainLinkInFirst, splitIfFirst } from './chat/firstMessage';
import { check, takeOver } from './check';
import { clock } from './clock';
import { uploadFiles } from './files';
import { endOf, holdBack } from './holdBack';
import { inputsOf } from './inputs';
import type { PreparedRequest } from './item';
import { Item } from './item';
import { lookUp } from './lookup';
import { NotSent } from './notSent';
import { markSent, outcomeOf } from './outcome';
import { Interrupted, withRetries } from './retry';
import type { FinalResult } from './run';
import { runOf } from './run';
import { failedItem, onItsOutput, toErrorOutput, wantsSecondOutput } from './secondOutput';
import { sentLog } from './sentLog';
import { sendSeries, withCount } from './several';
import { explainDeletedMessage, isStoredFailure, renewKey, storedFailure } from './storedMessage';
import { UploadBroken } from './uploadBroken';
import { stayInWindow } from './window/sendWindow';

type NodeError = NodeApiError | NodeOperationError;

/**
 * The envelope around the request of an item: all that happens to it, from its place in the queue
 * to the items of the output.
 *
 * It is registered as pagination, the one place in the declarative style where a function gets the
 * prepared request and makes it itself. Operations have no preSend hooks, so n8n calls it for one
 * item after the other and awaits nothing in between (n8n-core, routing-node.ts, runNode and
 * makeRequest). Before items take their places they all await the same promise, which lets them go
 * on in the order in which they came.
 *
 * The outcome of an item is reported according to the node's error settings:
 *
 * - Stop: after the first failure only requests under way are completed, and the error says how many
 *   items were sent.
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
		const settings = await attempt.inputSettings;
		if (attempt.hasFailed) return [];
		const chosen = operation.choose?.(this, prepared.options.body as IDataObject) ?? operation;
		const item = new Item(this, chosen, inputs, prepared, run, attempt, settings);
		check(item);
		const pairedItem = { item: item.index };
		let outputs: Produced[] = [];
		let failure: NodeError | undefined;
		try {
			await passListCheck(item);
			outputs = (await process(item)).map((one) => ({
				...one,
				json: selectFields(this, one.json),
			}));
		} catch (error) {
			if (error instanceof NotSent) outputs = [{ json: error.json }];
			else failure = failureOf(item, error);
			if (failure && !this.continueOnFail()) attempt.stop();
		}
		endOf(item);
		attempt.leave(item.ticket);
		if (!failure) return outputs.map((output) => onItsOutput(this, { ...output, pairedItem }));
		if (this.continueOnFail()) return [errorItem(this, failure, pairedItem)];
		await attempt.allEntered;
		await attempt.queue.onIdle();
		throw withoutAnswer(item.writes ? withProgress(failure, progressAt(item)) : failure);
	};
}

/** Hands the whole answer on to the envelope, which records it before anything is read from it. */
export const passAnswerOn: PostReceiveAction = async (_items, { statusCode, headers, body }) => [
	{ json: { statusCode, headers, body } as unknown as IDataObject },
];

/**
 * Waits until the list is checked, where a failure stops the node: with one bad item nothing of it
 * is sent.
 *
 * @throws Interrupted where another item is the one to be told about
 */
async function passListCheck(item: Item): Promise<void> {
	const { attempt, context, index } = item;
	if (!item.writes || context.continueOnFail()) return;
	const refused = await attempt.listCheck.passed(index, item.problem !== undefined);
	if (refused.length > 0 && refused[0] !== index) throw new Interrupted();
	item.refused = refused;
}

/** An item in its turn. */
async function process(item: Item): Promise<Produced[]> {
	const { attempt, run } = item;
	await attempt.ready;
	if (!(await attempt.queue.acquire(item.ticket))) throw new Interrupted();
	const earlier = run.results.get(item.index);
	if (earlier) return [{ json: recall(item, earlier) }];
	await prepare(item);
	const { operation } = item;
	if (operation.perform) return await perform(item, operation.perform);
	if (operation.around) return [{ json: await sendWithin(item, operation.around) }];
	const found = operation.list ? await getList(item, operation.list) : [await sendAll(item)];
	return operation.addBinary
		? await addBinary(item, operation.addBinary, found)
		: found.map((json) => ({ json }));
}

/** The items of the output with their binary data, in their order. */
async function addBinary(
	item: Item,
	operation: AddBinary,
	found: IDataObject[],
): Promise<Produced[]> {
	const addTo = operation(new AtWork(item));
	if (!addTo) return found.map((json) => ({ json }));
	const settled = await Promise.allSettled(found.map(addTo));
	return settled.map((one) => {
		if (one.status === 'rejected') throw explained(item, one.reason);
		return one.value;
	});
}

/** The work of an operation that takes several requests. */
async function perform(item: Item, work: Perform): Promise<Produced[]> {
	try {
		const output = await work(new AtWork(item));
		item.run.progress.done(item.index);
		return Array.isArray(output) ? output : [output];
	} catch (error) {
		throw explainedBefore(item, error);
	}
}

/** The request of an operation that has something to do before and after it. */
async function sendWithin(item: Item, around: Around): Promise<IDataObject> {
	let shown: unknown;
	try {
		return await around(new AtWork(item), async () => {
			const [sent] = await Promise.allSettled([send(item)]);
			if (sent.status === 'fulfilled') return sent.value;
			shown = sent.reason;
			throw shown;
		});
	} catch (error) {
		throw error === shown ? error : explainedBefore(item, error);
	}
}

/** The result of an earlier try; nothing is sent again. */
function recall(item: Item, result: FinalResult): IDataObject {
	if ('answer' in result) return finish(item, outputOf(item, result.answer));
	if ('found' in result) return result.found;
	throw new NodeOperationError(item.context.getNode(), result.message, {
		description: result.description,
		itemIndex: item.index,
	});
}

/** Makes the request ready to be sent, or that of the operation that takes over. */
async function prepare(item: Item): Promise<void> {
	try {
		const { baseUrl } = await item.attempt.settings;
		applyBaseUrl(baseUrl, item.request);
		if (item.problem) throw item.problem;
		await complete(item).catch(async (error: unknown) => {
			if (!takeOver(item, error)) throw error;
			await complete(item).catch((second: unknown) => {
				throw second instanceof InvalidInput ? error : second;
			});
		});
	} catch (error) {
		throw explainedBefore(item, error);
	}
}

/** Prepares the request after the checks: holds it back if need be, then uploads its files. */
async function complete(item: Item): Promise<void> {
	await holdBack(item);
	await uploadFiles(item);
	splitIfFirst(item);
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

/** Sends an item: one request, or the messages of a series. */
async function sendAll(item: Item): Promise<IDataObject> {
	const {
		operation: { next },
		series,
	} = item;
	if (!series || !next) return await send(item);
	return await sendSeries(item, series, next, async () => await send(item));
}

/** One request of all operations but lists. */
async function send(item: Item): Promise<IDataObject> {
	const startedAt = clock.now();
	for (let renewal = 1; ; renewal++) {
		let answer: Answer;
		try {
			answer = await answerOnce(item, () => withRetries(item, () => makeRequest(item)));
		} catch (error) {
			return await afterFailure(item, error, startedAt);
		}
		// Done, whatever the answer says; so this comes before anything is read from it.
		item.isAccepted = true;
		keep(item, { answer });
		const json = outputOf(item, answer);
		if (!isStoredFailure(item, json)) {
			// Of several messages, the follow-up belongs to the first.
			const more = item.part === 0 ? await follow(item, answer) : {};
			return finish(item, { ...json, ...more });
		}
		if (!renewKey(item, renewal)) throw storedFailure(item);
	}
}

/** The steps after a message. @throws the failure in plain words, saying that the message was sent */
async function follow(item: Item, answer: Answer): Promise<IDataObject> {
	try {
		return await afterSending(item, answer);
	} catch (error) {
		throw withCount(item, explained(item, error), 1, (item.series?.length ?? 1) + 1);
	}
}

/** A request that is done, and with the last one its item. */
function finish(item: Item, json: IDataObject): IDataObject {
	markSent(item, json);
	if (item.isLast) item.run.progress.done(item.index);
	return json;
}

/** Makes the request once. */
async function makeRequest(item: Item, qs?: IHttpRequestOptions['qs']): Promise<Answer> {
	const { lane } = item.address;
	// An answer that is under way is not cut off.
	if (item.part === 0) stayInWindow(item);
	if (!item.operation.lookup || lane === undefined) return await item.call(qs);
	return await sentLog.during(lane, async () => {
		const answer = await item.call(qs);
		sentLog.addFrom(answer.body);
		return answer;
	});
}

/** The output although the request failed, if there is one. @throws the failure in plain words */
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
				: item.part > 0
					? `The execution was cancelled after ${item.part} of ${item.series?.length} messages of this item`
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
	if (error instanceof Interrupted || error instanceof NotSent) return error;
	const { context, request } = item;
	return (
		explainDeletedMessage(item, error) ??
		explainLinkInFirst(item, error) ??
		requestError(context.getNode(), error, {
			baseUrl: request.baseURL ?? '',
			writes: item.writes,
			isRepeatable: item.isRepeatable,
			key: item.key,
			asked: idsAsked(request.url, request.body),
			itemIndex: item.index,
		})
	);
}

/** The same for what failed before the request of the item was made. */
function explainedBefore(item: Item, error: unknown): unknown {
	if (error instanceof Interrupted || error instanceof NotSent) return error;
	const { context, index, request } = item;
	const asked = idsAsked(request.url, request.body);
	const node = context.getNode();
	if (error instanceof UploadBroken) {
		const { message, hint: description } = error;
		return apiError(node, message, { description, itemIndex: index });
	}
	const baseUrl = request.baseURL ?? '';
	return requestError(node, error, { baseUrl, writes: false, asked, itemIndex: index });
}

/**
 * An error as an item. Only with these fields, and without `error` beside them, does n8n put it on
 * the error output with the data of its input (n8n-core, workflow-execute.ts,
 * handleNodeErrorOutput and normalizeNodeErrors), unless the item goes the way of secondOutput.ts.
 */
function errorItem(
	context: IExecutePaginationFunctions,
	{ message, description }: NodeError,
	pairedItem: { item: number },
): INodeExecutionData {
	const json: IDataObject = description
		? { error: message, details: withoutLinks(description) }
		: { error: message };
	if (!wantsSecondOutput(context)) return { json, pairedItem };
	return toErrorOutput({ json: failedItem(json), pairedItem }, message);
}

/** How far the run has come, and where it can resume. */
const progressAt = ({ run: { progress }, refused }: Item): string =>
	refused.length > 0 ? progress.afterRefusal(refused) : String(progress);

function withProgress(error: NodeError, progress: string): NodeError {
	error.description = [error.description, progress].filter(Boolean).join(' ');
	return error;
}
