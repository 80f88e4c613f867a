import type { IExecuteSingleFunctions, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

import { readHandle } from '../message/handles';

/** The person to add to or remove from a group; readParticipant() puts it into the body. */
export const participantField: INodeProperties = {
	displayName: 'Handle',
	name: 'handle',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +14155550123',
	description: 'Phone number or email address of the person',
};

/** @throws InvalidInput when the handle is neither a phone number nor an email address */
export async function readParticipant(
	this: IExecuteSingleFunctions,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	request.body = { handle: readHandle(this.getNodeParameter('handle', ''), 'Handle') };
	return request;
}
