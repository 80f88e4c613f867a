import type {
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import type { z } from 'zod';

import { CREDENTIAL } from '../../shared/api/credential';
import type { PreparedRequest } from './envelope';
import type { Delivery } from './item';

/**
 * Looks in Linq whether a request did its work although no answer came; for operations that Linq
 * takes no idempotency key for (contract/behaviour.md, section 5).
 *
 * @returns what the output says of it; undefined when nothing is to be seen of it, which does not
 *   prove that nothing will come
 */
export type ReadBack = (look: Look) => Promise<IDataObject | undefined>;

/** A request of which nobody knows whether Linq processed it, and a way to find out. */
export class Look {
	/** Path of the request, with ids filled in. */
	readonly url: string;
	readonly body: IDataObject;

	constructor(
		readonly context: IExecutePaginationFunctions,
		private readonly delivery: Delivery,
		private readonly request: PreparedRequest,
		/** When the first try was made, by our clock. */
		readonly startedAt: number,
	) {
		this.url = request.options.url ?? '';
		this.body = (request.options.body ?? {}) as IDataObject;
	}

	/** Whether the node itself has sent the message with this id, for an item before. */
	isKnown(id: string): boolean {
		return this.delivery.turn.lane?.sentIds?.has(id) ?? false;
	}

	/**
	 * Reads something from Linq, the way the user set under Request Options.
	 *
	 * @param shape of the whole response: `headers` and `body`
	 * @returns undefined for an answer of another shape
	 */
	async read<Shape extends z.ZodTypeAny>(
		url: string,
		shape: Shape,
		qs?: IDataObject,
	): Promise<z.output<Shape> | undefined> {
		const { baseURL, proxy, timeout, skipSslCertificateValidation } = this.request.options;
		const look: IHttpRequestOptions = {
			method: 'GET',
			baseURL,
			url,
			qs,
			json: true,
			returnFullResponse: true,
			proxy,
			timeout,
			skipSslCertificateValidation: skipSslCertificateValidation === true,
			sendCredentialsOnCrossOriginRedirect: false,
		};
		const answer: unknown = await this.context.helpers.httpRequestWithAuthentication.call(
			this.context,
			CREDENTIAL,
			look,
		);
		return shape.safeParse(answer).data as z.output<Shape> | undefined;
	}
}

/** Finds what was done although no answer came, where the operation can see it. */
export async function readBack(
	context: IExecutePaginationFunctions,
	delivery: Delivery,
	request: PreparedRequest,
	startedAt: number,
): Promise<INodeExecutionData[] | undefined> {
	const found = await delivery.route.readBack?.(new Look(context, delivery, request, startedAt));
	return found && [{ json: { ...found, found: true } }];
}

/** Keeps the ids of what went out, so that one message is not taken for the next like it. */
export function rememberSent({ turn, route }: Delivery, outputs: INodeExecutionData[]): void {
	if (!turn.lane || !route.readBack) return;
	turn.lane.sentIds ??= new Set();
	for (const { json } of outputs) if (json.id) turn.lane.sentIds.add(String(json.id));
}
