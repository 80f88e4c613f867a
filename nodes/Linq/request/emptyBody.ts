import type { IDataObject, PreSendAction } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';

/**
 * A hook for operations that change what is given, and nothing else.
 *
 * @param field label of the collection that holds the changes
 * @throws InvalidInput when nothing is given
 */
export function refuseEmptyBody(field: string): PreSendAction {
	return async function (request) {
		if (Object.keys(request.body as IDataObject).length > 0) return request;
		throw new InvalidInput(`${field} is empty`, 'Add the field that you want to change.');
	};
}
