import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHttpRequestMethods,
	INodeProperties,
} from 'n8n-workflow';
import type { z } from 'zod';

/** A group of operations that act on the same thing, e.g. Chat. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	/** In the order shown; the first one is preselected. */
	operations: [Operation, ...Operation[]];
}

/**
 * One operation of the Linq node: its entry in the selector, its fields, its route, and what turns
 * fields into a request and an answer into an item. A `{chatId}` of its path is filled from the
 * field `chatId`.
 */
export interface Operation extends Route {
	/** Title Case, as shown in the selector. */
	name: string;
	value: string;
	/** Sentence case without articles, as shown in the node creator. */
	action: string;
	description: string;
	/** What goes into the body besides the fields' values. */
	body?: IDataObject;
	/** Fields in the order shown. Those that operations share must be the same object. */
	fields?: Field[];
	/** Fields offered under Options, besides what the send path offers there. */
	options?: Field[];
	/** Checks the body and completes it, before anything is sent. */
	buildBody?: BuildBody;
	/** Makes the item of the output; not for lists. */
	output?: Output;
	/** The list that the operation gives, one item an entry. */
	list?: List;
}

/** What the send path needs to know about an operation; all but method and path has a default. */
export interface Route {
	method: IHttpRequestMethods;
	/** The path exactly as contract/openapi.yaml has it. */
	path: `/v3/${string}`;
	/** Whether it goes to the people in the field To. */
	toPeople?: true;
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
}

/**
 * Brings a value as the user entered it into Linq's form.
 *
 * @param label of the field, as the user sees it
 * @throws InvalidInput when Linq would refuse the value
 */
export type Reader = (value: unknown, label: string) => unknown;

/**
 * Checks and completes the body of a request.
 *
 * @param context of the item, for the fields that do not stand in the body
 * @param body with the values of all fields that go there, in Linq's form
 * @returns the body to send
 * @throws InvalidInput for what Linq would refuse
 */
export type BuildBody = (context: IExecuteSingleFunctions, body: IDataObject) => IDataObject;

/** An answer of Linq with a status of success. */
export interface Answer {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

/** What an operation may ask about the item that it is called for. */
export interface ItemView {
	readonly context: IExecuteSingleFunctions;
	/** The value of a field as it went out, e.g. of `chatId`; undefined where it did not. */
	sent(field: string): unknown;
}

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
