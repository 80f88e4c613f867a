/**
 * Meaning and remedy of each of Linq's error codes (contract/behaviour.md, section 3). `message` is
 * one sentence without its full stop; `hint` is for the person who builds the workflow. Codes
 * missing here are explained by their HTTP status.
 */
export const ERROR_CODES: Record<number, { message: string; hint: string }> = {
	1001: {
		message: 'A required field is missing',
		hint: 'Fill in the field that Linq names. If its value is an expression, check that it is not empty for this item.',
	},
	1002: {
		message: 'A phone number is not valid',
		hint: 'Write phone numbers with + and country code and without spaces, e.g. +14155550123.',
	},
	1003: {
		message: 'Linq cannot process the request',
		hint: 'Compare the values of this item with what Linq says.',
	},
	1004: {
		message: 'Linq does not accept the content of the message',
		hint: 'A link must be the only part of its message, and two text parts cannot follow each other.',
	},
	1005: {
		message: 'Linq does not accept a value',
		hint: 'Compare the IDs, limits and texts of this item with what Linq says. The first message of a new chat cannot contain a link, and Lines to Avoid must leave a line to use.',
	},
	1006: {
		message: 'This only works in group chats',
		hint: 'Choose a group chat. A chat with one person has no name, icon or members to change.',
	},
	1007: {
		message: 'Linq is receiving too many requests',
		hint: 'Linq allows 30 messages per minute to one recipient, a daily number of messages per account, and 3 changes to the contact card of a line in 10 minutes, and asks for a pause after the audit of a line. Send this item later, or spread the items over time.',
	},
	1008: {
		message: 'Linq does not accept the app card',
		hint: 'Compare the bundle ID, team ID and layout of the card with what Linq says.',
	},
	2001: {
		message: 'Linq found nothing with this ID',
		hint: 'Check the ID, and that the API token of the credential belongs to the account that owns it.',
	},
	2002: {
		message: 'Message not found',
		hint: 'Check the message ID. A deleted message and its idempotency key cannot be used again.',
	},
	2003: {
		message: 'Attachment not found',
		hint: 'Check the attachment ID, and that it was uploaded with the API token of this credential.',
	},
	2004: {
		message: 'Linq does not accept the API token',
		hint: 'Open the credential and enter a token from the Linq dashboard (API Tooling) that is active and not expired.',
	},
	2005: {
		message: 'The API token is not allowed to do this',
		hint: 'Use a credential whose token belongs to the account that owns the chat, line or file.',
	},
	2006: {
		message: 'The sending number is not one of your lines',
		hint: 'Choose one of the lines in the list of the From field.',
	},
	2007: {
		message: 'The attachment is not ready yet',
		hint: 'Its upload is still being processed. Try again in a few seconds.',
	},
	2008: {
		message: 'The recipient must text this line first',
		hint: 'Free and shared lines can only reply to people who texted them. Ask the recipient to send a message first, or use a dedicated line.',
	},
	2009: {
		message: 'The chat is still being created',
		hint: 'Try again in a few seconds.',
	},
	2010: {
		message: 'Webhook subscription not found',
		hint: 'It may have been deleted in the Linq dashboard. Unpublish and publish the workflow to create it again.',
	},
	2011: {
		message: 'This feature is not enabled for your Linq account',
		hint: 'Ask Linq to enable it.',
	},
	2012: {
		message: 'The line has no active contact card',
		hint: 'Create a contact card for the line first. A new card takes a moment to become active.',
	},
	2013: {
		message: 'Your line is no longer in this chat',
		hint: 'Have someone in the chat add your line again, or create a new chat.',
	},
	2014: {
		message: 'The line already has a contact card',
		hint: 'Update the existing card instead of creating one.',
	},
	2015: {
		message: 'This conflicts with the current state at Linq',
		hint: 'Get the current state and try again. A location that is already shared can be read at once with Location > Get. An app card can be updated once it has been sent: try again in a few seconds. When you send without choosing a line, it can mean that no line can send right now.',
	},
	2016: {
		message: 'This does not work in group chats',
		hint: 'Choose a chat with one person.',
	},
	2017: {
		message: 'This does not work over SMS or RCS',
		hint: 'This requires an iMessage chat. Use Capability > Check iMessage to find out whether the recipient has iMessage.',
	},
	2018: {
		message: 'App cards cannot be sent by SMS or RCS',
		hint: 'Remove the option Preferred Service or set it to iMessage.',
	},
	2019: {
		message: 'Line not found',
		hint: 'Choose one of the lines of your account.',
	},
	2021: {
		message: 'Payment request not found',
		hint: 'Check its ID, and that it was created with the API token of this credential.',
	},
	2022: {
		message: 'The contact card was saved but has not been applied to the line yet',
		hint: 'Try again in a few seconds.',
	},
	2023: {
		message: 'The mentioned person is not in this group chat',
		hint: 'Only people in the group chat can be mentioned. Check the handle or remove the mention.',
	},
	2024: {
		message: 'The recipient has opted out of your messages',
		hint: 'Respect their choice: they can opt back in by sending any other message. Where you are permitted to, the option Override Opt-Out sends a single message anyway.',
	},
	2026: {
		message: 'The recipient is on your blocklist',
		hint: 'Unblock the recipient first with Blocked Handle > Unblock if you want to send messages to them.',
	},
	2027: {
		message: 'The line cannot send at the moment',
		hint: 'Choose another line, or ask Linq about the status of this one.',
	},
	2028: {
		message: 'App Clips can only be sent by iMessage',
		hint: 'Remove the option Preferred Service, or send a link instead.',
	},
	3001: { message: 'Linq had a temporary failure', hint: 'Try again in a few seconds.' },
	3002: { message: 'Linq had a temporary failure', hint: 'Try again in a few seconds.' },
	3003: { message: 'Linq had a temporary failure', hint: 'Try again in a few seconds.' },
	3004: { message: 'Linq had a temporary failure', hint: 'Try again in a few seconds.' },
	3005: { message: 'A service behind Linq did not answer in time', hint: 'Try again later.' },
	3006: {
		message: 'Linq had an unexpected failure',
		hint: 'Try again later. If it keeps happening, give Linq the trace ID.',
	},
	3007: {
		message: 'Linq gave up after several delivery attempts',
		hint: 'Send the message again later, with a new idempotency key.',
	},
	4001: {
		message: 'The message could not be delivered',
		hint: 'Send it again with a new idempotency key. It can still arrive late: wait for a Message Delivered event if a duplicate would do harm.',
	},
	4002: { message: 'Your line is offline', hint: 'Try again later, or use another line.' },
	4003: {
		message: 'Linq could not reach your webhook address',
		hint: 'Check that your n8n can be reached from the internet at its webhook URL.',
	},
	4004: {
		message: 'Linq is not available right now',
		hint: 'Try again in half a minute. For Phone Number > Get Available, there may be no line of the type that you chose.',
	},
	4005: {
		message: 'The recipient cannot receive this type of message',
		hint: 'Send it as a text, or without the option Preferred Service.',
	},
	4009: {
		message: 'Linq cannot check for RCS right now',
		hint: 'Whether it is available is unknown. Try again later.',
	},
	4010: {
		message: 'Linq cannot check this right now',
		hint: 'Whether it is available is unknown. Try again later.',
	},
	5001: {
		message: 'Linq could not process the file',
		hint: 'Voice memos can have at most 10 MB. If the file is smaller, try again.',
	},
	5002: {
		message: 'Linq could not download the file from its URL',
		hint: 'The URL must be public, start with https and lead directly to the file, without a login.',
	},
	5003: { message: 'Linq could not prepare the upload', hint: 'Try again in a few seconds.' },
	5004: {
		message: 'Linq does not support this type of file',
		hint: 'Convert the file to a supported type, e.g. JPEG, PNG, MP4, M4A or PDF.',
	},
	5005: {
		message: 'The file is too large',
		hint: 'A file sent by URL can have at most 10 MB, an uploaded attachment 100 MB.',
	},
	5006: {
		message: 'The content of the file does not match its name',
		hint: 'Use a URL whose file extension matches the file, e.g. .jpg for a JPEG image.',
	},
	5007: {
		message: 'Linq could not fetch the image from its URL',
		hint: 'The URL must be public, start with https and lead directly to the image.',
	},
};
