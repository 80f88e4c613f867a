import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { InvalidInput } from '../../../shared/errors/invalidInput';

/** @throws InvalidInput when a color of the user's own is not in the form that Linq takes */
export async function readColour(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const { shades } = request.body as IDataObject;
	const wrong =
		Array.isArray(shades) && shades.find((shade) => !/^#[0-9A-Fa-f]{6}$/.test(String(shade)));
	if (wrong) {
		throw new InvalidInput(
			`Color is not valid: "${String(wrong)}"`,
			'Write it as # and six digits, e.g. #0A84FF.',
		);
	}
	return request;
}
