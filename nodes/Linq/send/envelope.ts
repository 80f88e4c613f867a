import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	INodeExecutionData,
	NodeApiError,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { clock } from './clock';
import type { Delivery } from './item';
import { deliveryOf } from './item';
import { toNodeError } from '../../shared/errors/explain';
import { asNodeError } from '../request/guarded';
import { keyOf, putKey } from './key';
import { markSent, outcomeOf } from './outcome';
import { readBack, rememberSent } from './lookup';
import { explainReplay, refuseStoredFailure } from './replay';
import { Interrupted, persist } from './retry';
import { keyPlaceOf, writes } from './route';

export type PreparedRequest = DeclarativeRestApiSettings.ResultOptions;

/** What n8n hands the prepared request of an item to, and what gives it the items of the output. */
export type Envelope = (
	this: IExecutePaginationFunctions,
	request: PreparedRequest,
) => Promise<INodeExecutionData[]>;

type NodeError = NodeApiError | NodeOperationError;

/**
 * The envelope around every request. The item has had its turn since request/enter.ts; this sends
 * it, ends the turn, and says what came of it as the node's error settings want it:
 *
 * - Stop: nothing is sent any more after the first failure but what is under way, and the error
 *   says how many items went out.
 * - Continue, on either output: the item's own error, paired with its input.
 *
 * @param send makes the request, or the requests of a list
 */
export function deliver(send: Envelope = sendOnce): Envelope {
	return async function (request) {
		const delivery = deliveryOf(request.options);
		const { run, turn } = delivery;
		const pairedItem = { item: turn.index };
		let outputs: INodeExecutionData[] = [];
		let failure: NodeError | undefined;
		try {
			outputs = await outputsOf(this, delivery, request, send);
			for (const output of outputs) output.pairedItem = pairedItem;
		} catch (error) {
			failure = whatFailed(this, delivery, error);
			if (failure && !this.continueOnFail()) run.stop();
		}
		run.turns.end(turn);
		run.close();
		if (!failure) return outputs;
		if (this.continueOnFail()) {
			return [{ json: inItem(failure), pairedItem }];
		}
		await run.turns.drained();
		throw withProgress(failure, String(run.progress));
	};
}

async function outputsOf(
	context: IExecutePaginationFunctions,
	delivery: Delivery,
	request: PreparedRequest,
	send: Envelope,
): Promise<INodeExecutionData[]> {
	const { run, route, turn, settled } = delivery;
	if (!delivery.mayGo) throw new Interrupted();
	if (settled) {
		if ('outputs' in settled) return settled.outputs;
		throw new NodeOperationError(context.getNode(), settled.message, {
			description: settled.description,
			itemIndex: turn.index,
		});
	}
	if (delivery.refusal) throw delivery.refusal;
	takeKey(context, delivery, request);
	const outputs = await send.call(context, request);
	if (writes(route)) run.progress.sent(turn.index);
	if (delivery.isOnceOnly) run.settled.set(turn.index, { outputs });
	return outputs;
}

/** Gives the request its idempotency key, where Linq takes one and the user wants one. */
function takeKey(
	context: IExecutePaginationFunctions,
	delivery: Delivery,
	{ options }: PreparedRequest,
): void {
	const place = keyPlaceOf(delivery.route);
	if (!place) return;
	try {
		delivery.key = keyOf(context, delivery.run.keys, delivery.target);
	} catch (error) {
		throw asNodeError(context, error);
	}
	if (delivery.key !== undefined) putKey(options, place, delivery.key);
}

/** The failure to show; undefined for an item that another one's failure kept from going out. */
function whatFailed(
	context: IExecutePaginationFunctions,
	delivery: Delivery,
	error: unknown,
): NodeError | undefined {
	const { run, route, turn, isUnclear } = delivery;
	if (isUnclear && writes(route)) run.progress.unclear(turn.index);
	if (!(error instanceof Interrupted)) {
		const failure = error as NodeError;
		if (isUnclear && delivery.isOnceOnly) {
			const { message, description } = failure;
			run.settled.set(turn.index, { message, description: description ?? undefined });
		}
		return failure;
	}
	if (!run.cancelled) return undefined;
	return new NodeOperationError(
		context.getNode(),
		isUnclear
			? 'The execution was cancelled, and it is not known whether this item went out'
			: 'The execution was cancelled before this item went out',
		{ itemIndex: turn.index },
	);
}

/**
 * An error as an item. Only with these fields, and without `error` beside them, does n8n put it on
 * the error output with the data of its input (n8n-core, workflow-execute.ts,
 * handleNodeErrorOutput and normalizeNodeErrors).
 */
const inItem = ({ message, description }: NodeError): IDataObject =>
	description ? { error: message, details: description } : { error: message };

function withProgress(error: NodeError, progress: string): NodeError {
	error.description = [error.description, progress].filter(Boolean).join(' ');
	return error;
}

/** The request of all operations but lists. */
async function sendOnce(
	this: IExecutePaginationFunctions,
	request: PreparedRequest,
): Promise<INodeExecutionData[]> {
	const delivery = deliveryOf(request.options);
	const startedAt = clock.now();
	try {
		const outputs = await persist(delivery, () => this.makeRoutingRequest(request));
		rememberSent(delivery, outputs);
		for (const { json } of outputs) {
			refuseStoredFailure(this, delivery, json);
			markSent(this, delivery, json);
		}
		return outputs;
	} catch (error) {
		const outcome = outcomeOf(this, delivery, error);
		if (outcome) return [{ json: outcome }];
		const found = delivery.isUnclear && (await lookForIt(this, delivery, request, startedAt));
		if (found) return found;
		throw inPlainWords(this, delivery, request, error);
	}
}

/** Finds what was done although no answer came. */
async function lookForIt(
	context: IExecutePaginationFunctions,
	delivery: Delivery,
	request: PreparedRequest,
	startedAt: number,
): Promise<INodeExecutionData[] | undefined> {
	try {
		const found = await readBack(context, delivery, request, startedAt);
		if (found) rememberSent(delivery, found);
		return found;
	} catch {
		// The first failure is the one to show, and it says that the item may have gone out.
		return undefined;
	}
}

/** Does the work of one request, as often as it takes, and explains what it throws in plain words. */
export async function explained<T>(
	context: IExecutePaginationFunctions,
	request: PreparedRequest,
	work: () => Promise<T>,
): Promise<T> {
	const delivery = deliveryOf(request.options);
	try {
		return await persist(delivery, work);
	} catch (error) {
		throw inPlainWords(context, delivery, request, error);
	}
}

function inPlainWords(
	context: IExecutePaginationFunctions,
	delivery: Delivery,
	{ options }: PreparedRequest,
	error: unknown,
): unknown {
	if (error instanceof Interrupted) return error;
	return (
		explainReplay(context.getNode(), delivery, options.body, error) ??
		toNodeError(context.getNode(), error, {
			baseUrl: options.baseURL,
			writes: writes(delivery.route),
			isRepeatable: delivery.isRepeatable,
			itemIndex: context.getItemIndex(),
		})
	);
}
