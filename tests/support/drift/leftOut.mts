/** Parts of the contract that the node leaves out on purpose, with the reason. */

/** Routes without an operation. */
export const LEFT_OUT_ROUTES: Record<string, string> = {
	'GET /v3/phonenumbers': 'Deprecated; Phone Number > Get Many lists the same lines.',
};

/** Properties and parameters that no field of any operation of that route sends. */
export const LEFT_OUT_PROPERTIES: Record<string, Record<string, string>> = {
	'POST /v3/messages/{messageId}/update': {
		raw_payload_data: 'Linq names it without saying what it contains.',
	},
	'POST /v3/messages': {
		'Idempotency-Key (header)': 'The same key goes in the body, as with the other send operations.',
	},
};

/** Values of the contract that a field does not offer. */
export const LEFT_OUT_VALUES: Record<string, Record<string, string>> = {
	'chat.create': { link: 'Linq accepts no link in the first message of a chat.' },
	'message.removeReaction': { sticker: 'Linq cannot remove stickers.' },
};

/** Fields that Linq never sees, and those that no valid set of parameters can fill. */
export const UNSENT_FIELDS = [
	// A card is created once a line; the samples of Update fill it.
	'additionalFields.imageBinaryField',
	'limit',
	'waitAmount',
	'waitUnit',
	'options.sendOnce',
	'options.sendOnce.rule.mode',
	'options.defaultCountry',
	'options.firstMessage',
	'options.ifAtRisk',
	'options.ifCannotBeMessaged',
	'options.maxConcurrentRequests',
	'options.maxWait',
	'options.newChatsAtMost',
	'options.secondOutput',
	'options.sendWindow',
	'options.sendWindow.window.days',
	'options.sendWindow.window.from',
	'options.sendWindow.window.ifOutside',
	'options.sendWindow.window.timeZone',
	'options.sendWindow.window.until',
	'options.shareContactCard',
	'outputFields',
	'outputMode',
	// For tools alone; its value goes where that of Reaction goes.
	'reactionText',
	'returnAll',
	'simplify',
];
