import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { InputSettings } from '../../shared/input/phoneNumber';
import type { Series } from '../message/several/series';
import type { Answer, ItemView, Operation } from '../operation';
import type { Address } from './address';
import { fillAddress } from './address';
import type { Attempt } from './attempt';
import type { Input } from './inputs';
import { inputIn, readInputs, settingsFor } from './inputs';
import type { Ticket } from './queue';
import { isHarmless, keyPlaceOf, writes } from './route';
import type { Run } from './run';

export type PreparedRequest = DeclarativeRestApiSettings.ResultOptions;

/** Where an item goes whose fields do not say it. */
const NOWHERE: Address = { params: {}, people: [], lane: undefined, target: '', place: '' };

/** One item on its way. */
export class Item implements ItemView {
	readonly index: number;
	readonly ticket: Ticket;
	address: Address;
	/** Settings with which its fields are read. */
	readonly settings: InputSettings;
	/** The error in its fields; it is reported in its turn, and nothing is sent then. */
	problem: unknown;
	/** The items of the list that cannot be sent, itself first; see listCheck.ts. */
	refused: readonly number[] = [];
	/** The messages that it goes as, where it goes as several. */
	series?: Series;
	/** Which of them its request is, from 0. */
	part = 0;
	/** The idempotency key that it goes out with. */
	key?: string;
	/** Milliseconds that it has waited for Linq. */
	waited = 0;
	/** Whether a request was made that Linq may or may not have processed. */
	isUncertain = false;
	/** Whether Linq has taken what it says. */
	isAccepted = false;
	readonly #inputs: Input[];

	/**
	 * Takes the item's place in the queue. To be called in the order of the items.
	 *
	 * @param ofCredential what its fields are read with where the node does not say otherwise
	 */
	constructor(
		readonly context: IExecutePaginationFunctions,
		public operation: Operation,
		inputs: Input[],
		private readonly prepared: PreparedRequest,
		readonly run: Run,
		readonly attempt: Attempt,
		ofCredential: InputSettings,
	) {
		this.index = context.getItemIndex();
		this.#inputs = inputs;
		let [address, settings] = [NOWHERE, ofCredential];
		try {
			settings = settingsFor(context, ofCredential);
			readInputs(inputs, this.request, settings);
			address = fillAddress(context, operation, this.request, settings);
		} catch (error) {
			this.problem = error;
		}
		this.address = address;
		this.settings = settings;
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

	/**
	 * Lets another operation do the work. The item keeps its place: both go to the same chat.
	 *
	 * @throws InvalidInput when its address is malformed
	 */
	switchTo(operation: Operation): void {
		this.operation = operation;
		this.request.body = {};
		this.address = {
			...fillAddress(this.context, operation, this.request, this.settings),
			lane: this.address.lane,
		};
	}

	/** Makes its request that of a later message. @returns what makes it that of the first again */
	goOn(operation: Operation, url: string, body: IDataObject, part: number): () => void {
		const { operation: own, request } = this;
		const { method, url: ownUrl, body: ownBody } = request;
		this.operation = operation;
		this.part = part;
		Object.assign(request, { method: operation.method, url, body });
		return () => {
			this.operation = own;
			Object.assign(request, { method, url: ownUrl, body: ownBody });
		};
	}

	/** Whether nothing comes behind what its request does. */
	get isLast(): boolean {
		return this.part + 1 >= (this.series?.length ?? 1);
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
