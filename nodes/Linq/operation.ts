import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import type { z } from 'zod';

import type { Network } from '../shared/files/fetchFile';
import type { InputSettings } from '../shared/input/phoneNumber';
import type { BinaryFile } from './files/binaryFile';
import type { Uploaded } from './files/uploaded';
import type { Series } from './message/several/series';

/** A group of operations that act on the same thing, e.g. Chat. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	/** In the order shown, most used first; the first one is preselected. */
	operations: [Operation, ...Operation[]];
}

/**
 * One operation of the Linq node: its entry in the selector, its fields, its route, and what turns
 * fields into a request and an answer into an item. A `{chatId}` of its path is filled from the
 * field `chatId`; where there is no such field, `perform` knows what to do.
 */
export interface Operation extends Route {
	/** Title Case, as shown in the selector. */
	name: string;
	value: string;
	/** Sentence case without articles, as shown in the node creator. */
	action: string;
	description: string;
	/** Further content of the body, besides the fields' values. */
	body?: IDataObject;
	/** Fields in the order shown. Those that operations share must be the same object. */
	fields?: Field[];
	/** Fields offered under Options, besides what the send path offers there. */
	options?: Field[];
	/** Checks the body and completes it, before anything is sent. */
	buildBody?: BuildBody<IDataObject | Series>;
	/** The operation by which messages after the first go, where buildBody gives a series. */
	next?: Operation;
	/** The operation that takes over where this one refuses an item with InvalidInput, if any. */
	instead?: (context: IExecuteSingleFunctions) => Operation | undefined;
	/** Makes the item of the output; not for lists. */
	output?: Output;
	/** The list that the operation gives, one item an entry. */
	list?: List;
	/** Does the whole work where that takes more than the one request. */
	perform?: Perform;
	/**
	 * The operation that does the work, with the same fields, where a field decides that. `body` has
	 * the values of fields as they come.
	 */
	choose?: (context: IExecuteSingleFunctions, body: IDataObject) => Operation;
	/** Does something before and after the one request. */
	around?: Around;
	/** Adds binary data to the items of the output, when they are made. */
	addBinary?: AddBinary;
}

/** Facts about an operation for the send path; everything but method and path has a default. */
export interface Route {
	method: IHttpRequestMethods;
	/** The path exactly as contract/openapi.yaml has it. */
	path: `/v3/${string}`;
	/** Whether it goes to the people in the field To. */
	toPeople?: true;
	/**
	 * Whether it is a question: in one run it is put to Linq once, however many items have it, and
	 * one question after the other.
	 */
	isQuestion?: true;
	/** Where the key goes; default: what the contract says about the path. */
	idempotency?: KeyPlace;
	/** Whether doing it twice is the same as doing it once; default: see isHarmless(). */
	repeatable?: boolean;
	/** Finds out whether it was done although no answer came. */
	lookup?: Lookup;
}

/** Where Linq reads an idempotency key from (contract/behaviour.md, section 5). */
export type KeyPlace = 'message' | 'poll' | 'header';

/** A property of the node, and how its value is brought into Linq's form. */
export interface Field extends INodeProperties {
	/** Applied to the value where it stands in the request, or in the path. */
	read?: Reader;
	/** The name by which the path, or `toPeople`, asks for it, where it is not that of the field. */
	fills?: string;
}

/**
 * Brings a value as the user entered it into Linq's form.
 *
 * @param label of the field, as the user sees it
 * @param settings that hold for all fields of the item
 * @throws InvalidInput when Linq would refuse the value
 */
export type Reader = (value: unknown, label: string, settings: InputSettings) => unknown;

/**
 * Checks and completes the body of a request.
 *
 * @param context of the item, for the fields that do not stand in the body
 * @param body with the values of all fields that go there, in Linq's form
 * @param settings that hold for all fields of the item
 * @returns the body to send; a series where the item goes as several messages
 * @throws InvalidInput for what Linq would refuse
 */
export type BuildBody<Built = IDataObject> = (
	context: IExecuteSingleFunctions,
	body: IDataObject,
	settings: InputSettings,
) => Built;

/** An answer of Linq with a status of success. */
export interface Answer {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

/** The item that an operation is called for, as far as the operation can see it. */
export interface ItemView {
	readonly context: IExecuteSingleFunctions;
	/** The value of a field as it went out, e.g. of `chatId`; undefined where it did not. */
	sent(field: string): unknown;
}

/** A request to Linq; the base URL and what the user set under Request Options are added to it. */
export interface Call {
	method: IHttpRequestMethods;
	/** Path with ids filled in, e.g. `/v3/attachments`. */
	url: string;
	body?: IDataObject;
	qs?: IDataObject;
	/** Milliseconds to wait for the answer, where the user's own setting is not to count. */
	timeout?: number;
}

/** An item in its turn, and the means to work on it with several requests. */
export interface ItemAtWork extends ItemView {
	/** The path of the operation with the ids of this item, e.g. `/v3/attachments/550e…`. */
	readonly url: string;
	/** Settings with which its fields are read. */
	readonly settings: InputSettings;
	/** The idempotency key of its request; undefined where it has none. */
	readonly key: string | undefined;
	/**
	 * Asks Linq for something that does no harm when it is asked for twice: paced and repeated like
	 * every request of the item.
	 *
	 * @param shape of the body of the answer
	 * @throws what n8n's request helper threw at last; UnexpectedAnswer for another shape
	 */
	ask<Shape extends z.ZodTypeAny>(call: Call, shape: Shape): Promise<z.output<Shape>>;
	/**
	 * Uploads a file of the node before, once a run.
	 *
	 * @returns what Linq and the node know of it
	 * @throws InvalidInput when there is none, or Linq would refuse it; UploadBroken
	 */
	upload(file: BinaryFile): Promise<Uploaded>;
	/** From where files may be fetched, and how. */
	network(): Promise<Network>;
	/**
	 * Does what moves a large file, beside few others at a time in all items. Meanwhile other items
	 * may ask Linq in place of this one.
	 *
	 * @param work gets a signal that fires when the node stops or the execution is cancelled
	 * @throws what `work` throws, unless the signal has fired
	 */
	amongFew<T>(work: (stopping: AbortSignal) => Promise<T>): Promise<T>;
}

/** An item of the output; its `pairedItem` is set for it. */
export type Produced = Pick<INodeExecutionData, 'json' | 'binary'>;

/**
 * Does the work of an operation that takes several requests, each of which may be repeated.
 *
 * @returns the item of the output, or several
 * @throws InvalidInput for what Linq would refuse, Error in plain words, or what `ask` threw
 */
export type Perform = (item: ItemAtWork) => Promise<Produced | Produced[]>;

/**
 * Does something before and after the request of an item.
 *
 * @param send makes the request, as for every other operation; throws what is to be shown
 * @returns the item of the output
 * @throws what `send` threw; InvalidInput, Error in plain words, or what `ask` threw
 */
export type Around = (item: ItemAtWork, send: () => Promise<IDataObject>) => Promise<IDataObject>;

/**
 * Adds binary data to the items that an item's request gave, one or a whole list.
 *
 * @returns what does that for one of them, called for all of them at once; undefined where the user
 *   wants none
 */
export type AddBinary = (
	item: ItemAtWork,
) => ((json: IDataObject) => Promise<Produced>) | undefined;

/**
 * Makes the item of the output.
 *
 * @throws UnexpectedAnswer when the answer is not what the contract says
 */
export type Output = (answer: Answer, item: ItemView) => IDataObject;

/** Makes an item of an answer, or of an entry of a list. */
export type Shape = (answer: IDataObject) => IDataObject;

/** A list of Linq (contract/behaviour.md, section 6). */
export interface List {
	/** Name of the list in the answer, e.g. `chats`. */
	name: string;
	/** How it goes on after a page; `none` where Linq gives the whole list at once. */
	paging: 'cursor' | 'offset' | 'none';
	/** Makes an item of an entry that is not an object. */
	shape?: (entry: unknown) => IDataObject;
	/** The flat form of an entry, for operations with the field Simplify. */
	simplify?: Shape;
}

/**
 * Finds out in Linq whether a request did its work although no answer came; for operations that
 * Linq takes no idempotency key for (contract/behaviour.md, section 5).
 *
 * @returns what the output says of it; undefined when nothing is to be seen of it, which does not
 *   prove that nothing will come
 */
export type Lookup = (request: UnansweredRequest) => Promise<IDataObject | undefined>;

/** A request that may or may not have been processed, and the means to find out. */
export interface UnansweredRequest extends ItemView {
	/** Path of the request, with ids filled in. */
	readonly url: string;
	readonly body: IDataObject;
	/** When the first try was made, by our clock; epoch milliseconds. */
	readonly startedAt: number;
	/** Whether this process has sent the message with this id for another item. */
	isKnown(id: string): boolean;
	/**
	 * Reads something from Linq.
	 *
	 * @param shape of the whole response: `headers` and `body`
	 * @returns undefined for an answer of another shape
	 */
	read<Shape extends z.ZodTypeAny>(
		url: string,
		shape: Shape,
		qs?: IDataObject,
	): Promise<z.output<Shape> | undefined>;
}
