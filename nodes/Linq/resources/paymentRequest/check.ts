import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidInput } from '../../../shared/errors/invalidInput';

/** @throws InvalidInput for combinations that the contract excludes (CreatePaymentRequestRequest) */
export async function checkPaymentRequest(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const body = request.body as IDataObject;
	if (body.trial_end !== undefined && body.trial_period_days !== undefined) {
		throw new InvalidInput(
			'Trial Days and Trial End exclude each other',
			'Remove one of the two options.',
		);
	}
	if (body.rail === 'natural' && (!body.from || !body.payer_handle)) {
		throw new InvalidInput(
			'The rail Natural needs From and Payer',
			'Add both options, or use the rail Stripe.',
		);
	}
	return request;
}
