/** What the node leaves out of the contract on purpose, with the reason. */

/** Routes without an operation. */
export const LEFT_OUT_ROUTES: Record<string, string> = {
	'GET /v3/phonenumbers': 'Deprecated; Phone Number > Get Many lists the same lines.',
};

/** Properties and parameters that no field of any operation of that route sends. */
export const LEFT_OUT_PROPERTIES: Record<string, Record<string, string>> = {
	'POST /v3/chats': {
		'message.parts[link]': 'Linq takes no link in the first message of a chat.',
	},
	'POST /v3/messages/{messageId}/update': {
		raw_payload_data: 'Linq names it without saying what stands in it.',
	},
	'POST /v3/messages': {
		'Idempotency-Key (header)': 'The same key goes in the body, as with the other sends.',
	},
};

/** Values of the contract that a field does not offer. */
export const LEFT_OUT_VALUES: Record<string, Record<string, string>> = {
	'chat.create': { link: 'Linq takes no link in the first message of a chat.' },
	'message.removeReaction': { sticker: 'Linq cannot take stickers off again.' },
};

/** Fields that Linq never sees, and those that no valid set of parameters can fill. */
export const UNSENT_FIELDS = [
	'limit',
	'options.deduplication',
	'options.deduplicationKey',
	'options.ifCannotBeMessaged',
	'options.maxConcurrentRequests',
	'options.maxWait',
	'returnAll',
	'simplify',
];
