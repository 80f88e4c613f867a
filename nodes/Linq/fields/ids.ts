import { readAttachmentId } from '../../shared/input/attachmentId';
import { readId } from '../../shared/input/ids';
import { readName } from '../../shared/input/text';
import type { Field, Reader } from '../operation';

/** A field for an id that stands in the path; it stands in the path. */
const idField = (
	displayName: string,
	name: string,
	description: string,
	read: Reader = readId,
): Field => ({
	displayName,
	name,
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 69a37c7d-af4f-4b5e-af42-e28e98ce873a',
	description,
	read,
});

export const messageIdField = idField(
	'Message ID',
	'messageId',
	'ID of the message, from the output of a Linq node',
);

export const attachmentIdField = idField(
	'Attachment ID',
	'attachmentId',
	'ID of the file, from the output of its upload or from media of a message, or a URL of Linq that contains it',
	readAttachmentId,
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
	readName,
);

export const subscriptionIdField = idField(
	'Subscription ID',
	'subscriptionId',
	'ID of the webhook subscription, from the output of Get Many',
);
