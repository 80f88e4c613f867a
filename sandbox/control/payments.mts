import { z } from 'zod';
import { finishRequest, movePayment } from '../messaging/payments.mts';
import { ControlError, fields, verb, type Verb } from './verb.mts';

const request = z
	.object({ payment_request_id: fields.id, status: z.enum(['succeeded', 'expired']) })
	.strict();

const payment = z
	.object({
		payment_id: fields.id,
		status: z.enum([
			'connecting',
			'awaiting_user_action',
			'ready',
			'authorized',
			'succeeded',
			'declined',
			'expired',
		]),
	})
	.strict();

/** A customer pays, or does not. */
export const paymentVerbs: Verb[] = [
	verb('POST', '/payment_requests', request, (input, world) => {
		const found = world.state.payments.requests.get(input.payment_request_id);
		if (!found) throw new ControlError('There is no such payment request.', 404);
		if (!finishRequest(world, found, input.status)) {
			throw new ControlError(`The payment request has ${found.status} already.`);
		}
		return found;
	}),

	verb('POST', '/payments', payment, (input, world) => {
		const found = world.state.payments.payments.get(input.payment_id);
		if (!found) throw new ControlError('There is no such payment.', 404);
		movePayment(world, found, input.status);
		return found;
	}),
];
