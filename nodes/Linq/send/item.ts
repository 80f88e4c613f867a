import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { Answer, ItemView, Operation } from '../operation';
import type { Address } from './address';
import { fillAddress } from './address';
import type { Attempt } from './attempt';
import type { Input } from './inputs';
import { inputIn, readInputs } from './inputs';
import type { Ticket } from './queue';
import { isHarmless, keyPlaceOf, writes } from './route';
import type { Run } from './run';

export type PreparedRequest = DeclarativeRestApiSettings.ResultOptions;

/** Where an item goes whose fields do not say it. */
const NOWHERE: Address = { params: {}, lane: undefined, target: '' };

/** One item on its way. */
export class Item implements ItemView {
	readonly index: number;
	readonly ticket: Ticket;
	readonly address: Address;
	/** What is wrong with its fields; told in its turn, and nothing is sent then. */
	readonly problem: unknown;
	/** The idempotency key that it goes out with. */
	key?: string;
	/** Milliseconds that it has waited for Linq. */
	waited = 0;
	/** Whether a request was made that Linq may or may not have processed. */
	isUncertain = false;
	readonly #inputs: Input[];

	/**
	 * Takes the item's place in the queue. To be called in the order of the items, before anything
	 * is awaited.
	 */
	constructor(
		readonly context: IExecutePaginationFunctions,
		readonly operation: Operation,
		inputs: Input[],
		private readonly prepared: PreparedRequest,
		readonly run: Run,
		readonly attempt: Attempt,
	) {
		this.index = context.getItemIndex();
		this.#inputs = inputs;
		let address = NOWHERE;
		try {
			readInputs(inputs, this.request);
			address = fillAddress(context, operation, this.request);
		} catch (error) {
			this.problem = error;
		}
		this.address = address;
		this.ticket = attempt.enter(this.index, address.lane);
	}

	/** The request as it is to be sent. */
	get request(): IHttpRequestOptions {
		return this.prepared.options as IHttpRequestOptions;
	}

	/** Makes the request once, with another query where one is given. */
	async call(qs?: IHttpRequestOptions['qs']): Promise<Answer> {
		const options = qs ? { ...this.prepared.options, qs } : this.prepared.options;
		const [passedOn] = await this.context.makeRoutingRequest({ ...this.prepared, options });
		return passedOn?.json as unknown as Answer;
	}

	sent(field: string): unknown {
		return this.address.params[field] ?? inputIn(this.#inputs, this.request, field);
	}

	/** Whether the request may be made again although Linq may have processed it. */
	get isRepeatable(): boolean {
		return this.key !== undefined || isHarmless(this.operation);
	}

	/** Whether n8n's own retry must not send it again: what Linq takes no key for. */
	get isOnceOnly(): boolean {
		return keyPlaceOf(this.operation) === undefined && !isHarmless(this.operation);
	}

	get writes(): boolean {
		return writes(this.operation);
	}
}
