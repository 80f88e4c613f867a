import type { IDataObject, IExecuteSingleFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readHandle, readHandles, readPhoneNumber } from '../../shared/input/handles';
import { readId } from '../../shared/input/ids';
import { InvalidInput } from '../../shared/errors/invalidInput';
import type { Route } from './route';

type ReadText = (value: unknown, field: string) => string;

/** Fields whose values stand in paths: their label, and how their value is read. */
const PATH_FIELDS: Record<string, [label: string, read: ReadText]> = {
	attachmentId: ['Attachment ID', readId],
	auditId: ['Audit ID', readName],
	chatId: ['Chat', readId],
	experience: ['Experience', readName],
	handle: ['Handle', readHandle],
	messageId: ['Message ID', readId],
	paymentId: ['Payment ID', readName],
	paymentRequestId: ['Payment Request ID', readId],
	phoneNumber: ['Line', readPhoneNumber],
	phoneNumberId: ['Line', readId],
	provider: ['Provider', readName],
	reactionId: ['Reaction ID', readName],
	subscriptionId: ['Subscription ID', readId],
};

/**
 * Puts where an item goes into its request: ids into the path, `/v3/chats/{chatId}/read` →
 * `/v3/chats/8f39…/read`, people into the body.
 *
 * @throws InvalidInput when something is missing or malformed
 */
export function fillAddress(
	context: IExecuteSingleFunctions,
	route: Route,
	request: IHttpRequestOptions,
): void {
	request.url = request.url.replace(/\{(\w+)\}/g, (_, name: string) => {
		const [label, read] = PATH_FIELDS[name] ?? [name, readName];
		const value = context.getNodeParameter(name, '', { extractValue: true });
		return encodeURIComponent(read(value, label));
	});
	if (route.toPeople) {
		const to = readHandles(context.getNodeParameter('to', ''), 'To');
		(request.body as IDataObject).to = to;
	}
}

/** Names and ids whose form the contract leaves open. */
function readName(value: unknown, field: string): string {
	const name = String(value ?? '').trim();
	if (name !== '') return name;
	throw new InvalidInput(
		`${field} is empty`,
		'Enter a value. If it comes from an expression, check that the node before outputs it for this item.',
	);
}
