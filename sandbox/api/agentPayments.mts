import { ApiError } from '../contract/errors.mts';
import { checkHandle } from '../messaging/handles.mts';
import { once } from '../messaging/idempotency.mts';
import { movePayment, publishConnection } from '../messaging/payments.mts';
import { newId } from '../random.mts';
import type { Connection, Payment } from '../state/payments.mts';
import type { World } from '../world.mts';
import { operation, type Operation } from './operation.mts';

/** The one-time code that connects any handle in the sandbox; every other is wrong. */
export const ONE_TIME_CODE = '123456';

const OVER: ReadonlySet<Payment['status']> = new Set([
	'succeeded',
	'declined',
	'canceled',
	'expired',
]);

interface CreatePayment {
	amount_cents: number;
	currency: string;
	handle: string;
	description?: string;
	merchant?: { name?: string; url?: string };
	metadata?: Record<string, string>;
}

/** `/v3/payments/...`: agents that pay with a customer's card (behaviour.md section 12). */
export const agentPayments: Record<string, Operation> = {
	connectPaymentProvider: operation<{ return_url: string }>(({ params }, world) => {
		const { provider = '' } = params;
		const { providers } = world.state.payments;
		const known = providers.get(provider) ?? { provider, status: 'onboarding' as const };
		providers.set(provider, known);
		world.later(() => {
			known.status = 'ready';
		});
		const session = `pcs_${newId().slice(0, 8)}`;
		return {
			status: 200,
			body: {
				hosted_url: `${world.settings.storageUrl}/connect/${session}`,
				session_id: session,
				status: 'pending',
			},
		};
	}),

	getPaymentProvider: operation(({ params }, world) => {
		const provider = world.state.payments.providers.get(params.provider ?? '');
		if (!provider) throw new ApiError('2001');
		return { status: 200, body: provider };
	}),

	connectPaymentHandle: operation(({ params }, world) => {
		const handle = checkHandle(params.handle ?? '');
		const { connections } = world.state.payments;
		const known = connections.get(handle);
		const connection: Connection =
			known?.status === 'connected'
				? known
				: { connect_id: `cs_${newId().slice(0, 8)}`, handle, status: 'pending' };
		connections.set(handle, connection);
		return { status: 200, body: connection };
	}),

	verifyPaymentHandle: operation<{ code: string; connect_id: string }>(
		({ params, body, traceId }, world) => {
			const connection = connectionOf(world, params.handle);
			if (connection.connect_id !== body.connect_id) throw new ApiError('2001');
			if (body.code !== ONE_TIME_CODE) throw new ApiError('1005', 'the code is wrong');
			if (connection.status !== 'connected') {
				connection.status = 'connected';
				publishConnection(world, 'created', traceId);
			}
			return { status: 200, body: connection };
		},
	),

	getPaymentHandleConnection: operation(({ params }, world) => ({
		status: 200,
		body: connectionOf(world, params.handle),
	})),

	revokePaymentHandleConnection: operation(({ params, traceId }, world) => {
		const connection = connectionOf(world, params.handle);
		if (connection.status === 'connected') publishConnection(world, 'revoked', traceId);
		connection.status = 'revoked';
		return { status: 200, body: connection };
	}),

	createPayment: operation<CreatePayment>(({ operationId, body, headers }, world) => {
		const handle = checkHandle(body.handle);
		const header = headers['idempotency-key'];
		const key = typeof header === 'string' ? header : undefined;
		return once(world, { keys: world.state.paymentKeys, operationId, key }, () => {
			const connected = world.state.payments.connections.get(handle)?.status === 'connected';
			const id = newId();
			const payment: Payment = {
				...body,
				id,
				status: connected ? 'awaiting_user_action' : 'needs_connection',
				attach_url: `${world.settings.storageUrl}/attach/${id}`,
				approval_url: `${world.settings.storageUrl}/approve/${id}`,
			};
			world.state.payments.payments.set(id, payment);
			// A customer who is connected approves by themselves, one pace later.
			if (connected) {
				world.later(() => {
					if (payment.status === 'awaiting_user_action') movePayment(world, payment, 'ready');
				});
			}
			return { messageId: null, answer: { status: 200, body: payment } };
		});
	}),

	getPayment: operation(({ params }, world) => ({
		status: 200,
		body: paymentById(world, params.paymentId),
	})),

	cancelPayment: operation(({ params }, world) => {
		const payment = paymentById(world, params.paymentId);
		if (OVER.has(payment.status)) throw new ApiError('2015', `the payment is ${payment.status}`);
		movePayment(world, payment, 'canceled');
		return { status: 200, body: payment };
	}),

	getPaymentCredentials: operation(({ params }, world) => {
		const payment = paymentById(world, params.paymentId);
		if (payment.status !== 'ready') {
			throw new ApiError('2015', `the payment is ${payment.status}, not ready`);
		}
		const card = `card_${payment.id.slice(0, 8)}`;
		return {
			status: 200,
			body: {
				handoff: {
					provider: 'agentcard',
					card_ref: card,
					fetch_url: `${world.settings.storageUrl}/cards/${card}`,
					user_token: `sandbox-${newId().slice(0, 8)}`,
				},
			},
		};
	}),
};

/** @throws ApiError 404/2001 */
function connectionOf(world: World, handle: string | undefined): Connection {
	const connection = world.state.payments.connections.get(handle ?? '');
	if (!connection) throw new ApiError('2001');
	return connection;
}

/** @throws ApiError 404/2001 */
function paymentById(world: World, id: string | undefined): Payment {
	const payment = world.state.payments.payments.get(id ?? '');
	if (!payment) throw new ApiError('2001');
	return payment;
}
