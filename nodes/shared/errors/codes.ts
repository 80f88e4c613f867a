/**
 * What each of Linq's error codes means and what to do about it (contract/behaviour.md, section 3).
 * `message` is one sentence without its full stop; `hint` is for the person who builds the
 * workflow. A code that is not here is explained by its HTTP status.
 */
export const ERROR_CODES: Record<number, { message: string; hint: string }> = {
	1001: {
		message: 'Linq misses a required field',
		hint: 'Fill in the field that Linq names. If its value is an expression, check that it is not empty for this item.',
	},
	1002: {
		message: 'Linq cannot read a phone number',
		hint: 'Write phone numbers with + and country code and without spaces, e.g. +14155550123.',
	},
	1003: {
		message: 'Linq cannot process the request',
		hint: 'Check the values of this item against what Linq says.',
	},
	1004: {
		message: 'Linq does not accept the content of the message',
		hint: 'A link must be the only part of its message, and two texts must not follow each other.',
	},
	1005: {
		message: 'Linq does not accept a value',
		hint: 'Check ids, limits and texts of this item against what Linq says. The first message of a new chat must not contain a link.',
	},
	1006: {
		message: 'This only works in group chats',
		hint: 'Choose a group chat; a chat with one person has no name, icon or members to change.',
	},
	1007: {
		message: 'Linq is receiving too many requests',
		hint: 'Linq allows 30 messages a minute to one recipient and a daily amount per account. Send this item again later, or spread the items over time.',
	},
	1008: {
		message: 'Linq does not accept the app card',
		hint: 'Check bundle ID, team ID and layout of the card against what Linq says.',
	},
	2001: {
		message: 'Linq found nothing with this ID',
		hint: 'Check the ID, and that the API token of the credential belongs to the account that owns it.',
	},
	2002: {
		message: 'Message not found',
		hint: 'Check the message ID. A deleted message cannot be used any more, and its idempotency key cannot be used again.',
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
		hint: 'Its upload is still being processed: try again after a few seconds.',
	},
	2008: {
		message: 'The recipient must text this line first',
		hint: 'Sandbox and shared lines can only answer people who wrote to them. Ask the recipient to send a message, or use a dedicated line.',
	},
	2009: {
		message: 'The chat is still being created',
		hint: 'Try again after a few seconds.',
	},
	2010: {
		message: 'Webhook subscription not found',
		hint: 'It may have been deleted in the dashboard. Deactivate and activate the workflow to create it again.',
	},
	2011: {
		message: 'This feature is not enabled for your Linq account',
		hint: 'Ask Linq to enable it.',
	},
	2012: {
		message: 'The line has no active contact card',
		hint: 'Set up a contact card for the line first; a new card takes a moment to become active.',
	},
	2013: {
		message: 'Your line is no longer in this chat',
		hint: 'Someone in the chat must add your line again, or create a new chat.',
	},
	2014: {
		message: 'The line already has a contact card',
		hint: 'Update the existing card instead of creating one.',
	},
	2015: {
		message: 'This conflicts with the current state at Linq',
		hint: 'Get the current state and try again. When sending without naming a line, it can mean that no line can send right now.',
	},
	2016: {
		message: 'This does not work in group chats',
		hint: 'Choose a chat with one person.',
	},
	2017: {
		message: 'This does not work over SMS or RCS',
		hint: 'It needs an iMessage chat. Check with Capability whether the recipient has iMessage.',
	},
	2018: {
		message: 'App cards cannot be sent by SMS or RCS',
		hint: 'Remove the preferred service or set it to iMessage.',
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
		message: 'The contact card was stored but not applied to the line yet',
		hint: 'Try again after a few seconds.',
	},
	2023: {
		message: 'The mentioned person is not in this group chat',
		hint: 'Mentions work only in groups, for people who are in them. Check the handle or remove the mention.',
	},
	2024: {
		message: 'The recipient has opted out of your messages',
		hint: 'Respect it: they can opt in again by sending any other message. Where you are allowed to, the option Override Opt-Out passes a single message.',
	},
	2026: {
		message: 'The recipient is on your blocklist',
		hint: 'Unblock the handle first if you want to write to it.',
	},
	2027: {
		message: 'The line is not allowed to send at the moment',
		hint: 'Choose another line, or ask Linq about the state of this one.',
	},
	2028: {
		message: 'App Clips can only be sent by iMessage',
		hint: 'Remove the preferred service, or send a link instead.',
	},
	3001: { message: 'Linq had a passing failure', hint: 'Try again after a few seconds.' },
	3002: { message: 'Linq had a passing failure', hint: 'Try again after a few seconds.' },
	3003: { message: 'Linq had a passing failure', hint: 'Try again after a few seconds.' },
	3004: { message: 'Linq had a passing failure', hint: 'Try again after a few seconds.' },
	3005: { message: 'A service behind Linq did not answer in time', hint: 'Try again later.' },
	3006: {
		message: 'Linq had an unexpected failure',
		hint: 'Try again later. If it stays, give Linq the trace ID.',
	},
	3007: {
		message: 'Linq gave up after several attempts to deliver',
		hint: 'Send the message again later, with a new idempotency key.',
	},
	4001: {
		message: 'The message could not be delivered',
		hint: 'Send it again with a new idempotency key. It can still arrive late: wait for a delivered event if a double message would hurt.',
	},
	4002: { message: 'Your line is offline', hint: 'Try again later, or use another line.' },
	4003: {
		message: 'Linq could not reach your webhook address',
		hint: 'Check that your n8n can be reached from the internet at its webhook URL.',
	},
	4004: { message: 'Linq is not available right now', hint: 'Try again after half a minute.' },
	4005: {
		message: 'The recipient cannot get this kind of message',
		hint: 'Send it as text, or without a preferred service.',
	},
	4009: {
		message: 'Linq cannot check for RCS right now',
		hint: 'The answer is unknown: try again later.',
	},
	4010: {
		message: 'Linq cannot check this right now',
		hint: 'The answer is unknown: try again later.',
	},
	5001: {
		message: 'The file could not be taken in',
		hint: 'Voice memos may have at most 10 MB. If the file is smaller, try again.',
	},
	5002: {
		message: 'Linq could not download the file from its URL',
		hint: 'The URL must be public, start with https and lead straight to the file, without a login.',
	},
	5003: { message: 'Linq could not prepare the upload', hint: 'Try again after a few seconds.' },
	5004: {
		message: 'Linq does not support this type of file',
		hint: 'Convert the file to a supported type, e.g. JPEG, PNG, MP4, M4A or PDF.',
	},
	5005: {
		message: 'The file is too large',
		hint: 'By URL a file may have at most 10 MB, as an uploaded attachment 100 MB.',
	},
	5006: {
		message: 'The content of the file does not match its name',
		hint: 'Give the URL an ending that fits the file, e.g. .jpg for a JPEG image.',
	},
	5007: {
		message: 'Linq could not fetch the image from its URL',
		hint: 'The URL must be public, start with https and lead straight to the image.',
	},
};
