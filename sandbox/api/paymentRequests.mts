import { ApiError } from '../contract/errors.mts';
import { once } from '../messaging/idempotency.mts';
import { finishRequest } from '../messaging/payments.mts';
import { newId } from '../random.mts';
import type { PaymentRequest } from '../state/payments.mts';
import type { World } from '../world.mts';
import { operation, type Operation } from './operation.mts';

/** How long a request stays open; a day in the contract's example. */
const OPEN_MS = 24 * 60 * 60_000;
/** Monthly amount of every price of the sandbox, in cents. */
const PRICE = 999;

interface CreateRequest {
	amount?: number;
	currency?: string;
	mode: 'payment' | 'subscription';
	rail: 'stripe' | 'natural';
	from?: string;
	description?: string;
	discount?: object;
	metadata?: Record<string, string>;
	customer_id?: string;
	price_id?: string;
	quantity?: number;
	trial_end?: string;
	trial_period_days?: number;
}

interface ListQuery {
	limit: number;
	offset: number;
	status?: string;
}

/** `/v3/payment_requests` (contract/behaviour.md section 12). */
export const paymentRequests: Record<string, Operation> = {
	createPaymentRequest: operation<CreateRequest>(({ operationId, body, headers }, world) => {
		const header = headers['idempotency-key'];
		const key = typeof header === 'string' ? header : undefined;
		const keys = world.state.paymentRequestKeys;
		return once(world, { keys, operationId, key }, () => {
			const request = newRequest(world, body);
			world.state.payments.requests.set(request.id, request);
			return { messageId: null, answer: { status: 201, body: request } };
		});
	}),

	listPaymentRequests: operation<undefined, ListQuery>(({ query }, world) => {
		const all = [...world.state.payments.requests.values()]
			.reverse()
			.filter((request) => query.status === undefined || request.status === query.status);
		const offset = query.offset ?? 0;
		const end = offset + (query.limit ?? 20);
		return {
			status: 200,
			body: { object: 'list', data: all.slice(offset, end), has_more: end < all.length },
		};
	}),

	getPaymentRequest: operation(({ params }, world) => ({
		status: 200,
		body: requestById(world, params.paymentRequestId),
	})),

	cancelPaymentRequest: operation(({ params, traceId }, world) => {
		const request = requestById(world, params.paymentRequestId);
		if (!finishRequest(world, request, 'canceled', traceId)) {
			throw new ApiError('2015', `the request has ${request.status}`);
		}
		return { status: 200, body: request };
	}),
};

function newRequest(world: World, body: CreateRequest): PaymentRequest {
	const id = newId();
	const at = world.isoNow();
	const { mode = 'payment', rail = 'stripe' } = body;
	const subscription = mode === 'subscription';
	return {
		id,
		object: 'payment_request',
		mode,
		rail,
		amount: body.amount ?? PRICE * (body.quantity ?? 1),
		currency: body.currency ?? 'usd',
		status: 'requested',
		description: body.description,
		metadata: body.metadata,
		discount: body.discount,
		price_id: body.price_id,
		quantity: body.quantity,
		trial_end: body.trial_end ?? trialEnd(world, body.trial_period_days),
		checkout_url: `${world.settings.storageUrl}/pay/${id}`,
		...(subscription ? { interval: 'month', interval_count: 1 } : {}),
		...(rail === 'stripe'
			? { stripe: { payment_intent_id: `pi_${id.slice(0, 8)}`, customer_id: body.customer_id } }
			: { natural: { payment_request_id: `npr_${id.slice(0, 8)}` } }),
		created_at: at,
		updated_at: at,
		expires_at: new Date(world.now() + OPEN_MS).toISOString(),
	};
}

const trialEnd = (world: World, days: number | undefined): string | undefined =>
	days === undefined ? undefined : new Date(world.now() + days * OPEN_MS).toISOString();

/** @throws ApiError 404/2021 */
function requestById(world: World, id: string | undefined): PaymentRequest {
	const request = world.state.payments.requests.get(id ?? '');
	if (!request) throw new ApiError('2021');
	return request;
}
