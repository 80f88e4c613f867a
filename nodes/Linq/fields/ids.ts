import type { INodeProperties } from 'n8n-workflow';

/** A field for an id that stands in the path; request/path.ts reads it. */
const idField = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 69a37c7d-af4f-4b5e-af42-e28e98ce873a',
	description,
});

export const messageIdField = idField(
	'Message ID',
	'messageId',
	'ID of the message, from the output of a Linq node',
);

export const attachmentIdField = idField(
	'Attachment ID',
	'attachmentId',
	'ID of the file, from its upload or from a message part',
);

export const paymentRequestIdField = idField(
	'Payment Request ID',
	'paymentRequestId',
	'ID of the payment request, from the output of Create',
);

export const paymentIdField = idField(
	'Payment ID',
	'paymentId',
	'ID of the payment, from the output of Create',
);

export const subscriptionIdField = idField(
	'Subscription ID',
	'subscriptionId',
	'ID of the webhook subscription, from the output of Get Many',
);
