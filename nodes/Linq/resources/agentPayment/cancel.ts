import { paymentIdField } from '../../fields/ids';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const cancel: Operation = {
	name: 'Cancel',
	value: 'cancel',
	action: 'Cancel agent payment',
	description: 'Cancel an agent payment that is not finished',
	method: 'POST',
	path: '/v3/payments/{paymentId}/cancel',
	fields: [paymentIdField],
	output: answerAs(),
};
