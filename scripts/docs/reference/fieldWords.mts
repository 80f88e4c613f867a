/**
 * Descriptions of the nodes' output fields, by name. If a name has another meaning in one resource,
 * operation or kind of event, an entry for `resource.name`, `resource.operation.name` or
 * `message.name` (the beginning of the event's type) takes precedence there.
 */
export const FIELD_WORDS: Record<string, string> = {
	// Every item of the trigger
	event: 'type of the event, as Linq names it',
	event_id: 'ID of the event; the same when Linq delivers it again',
	time: 'when it happened',
	webhook_version: 'version of Linq’s payload',

	// Chats and people
	chat_id: 'the chat; Message > Send takes it as it is',
	previous_chat_id: 'the chat that was given up, if Linq had to move to another line',
	created_new_chat: 'whether the message opened a chat',
	line_selection: 'how Linq chose the line',
	is_group: 'whether the chat is a group',
	health_status:
		'how Linq rates the chat: `HEALTHY`, `AT_RISK`, `CRITICAL` or `OPTED_OUT`; null if it does not say',
	health_score: 'the rating as a number; null if Linq does not give one',
	name: 'name of the group, if it has one',
	title: 'the name of the chat to show: the group’s, or else the people in it',
	participants: 'the people in the chat, without your line',
	participant: 'who joined or left',
	is_me: 'whether it is your line',
	handle: 'phone number or email address',
	from: 'the sender’s number or email address',
	to: 'your line; null for messages you sent',
	line: 'your line',

	// Messages
	message_id: 'the message',
	message_ids: 'all messages of the answer',
	direction: '`inbound` or `outbound`',
	text: 'all texts, each on its own line; empty if there are none',
	links: 'links that were sent as such',
	media: 'the files of the message, each with a `kind` to branch on',
	mentions: 'who is mentioned; `is_me` for your line, `range` for the position in `text`',
	is_opt_out: 'whether the sender opts out with this message: Linq then refuses an answer',
	service: '`iMessage`, `RCS` or `SMS`',
	status:
		'how far the message got: `received`, `pending`, `queued`, `sent`, `delivered`, `read` or `failed`',
	effect: 'name of the effect; null if there is none',
	reply_to_message_id: 'the message that this one replies to; null if it is not a reply',
	created_at: 'when Linq created it',
	updated_at: 'when it last changed',
	sent_at: 'when it was sent; null if it has not been',
	delivered_at: 'when it was delivered; null if it has not been',
	read_at: 'when it was read; null if it has not been',
	received_at: 'when it arrived',
	edited_at: 'when it was edited',
	failed_at: 'when it failed',
	reconciled_at: 'when Linq recovered the message, if it missed it at first',
	part_index: 'the part of the message, counted from 0',
	idempotency_key: 'the key that Linq was given',
	error_code: 'Linq’s [code](../troubleshooting.md)',
	error_detail_code: 'a more exact code, if Linq gives one',
	error_message: 'why it failed',
	messages: 'all messages that were sent, with Send as Several Messages',
	stopped: 'whether the rest was not sent, because somebody wrote or opted out in between',
	unsent: 'the texts that were not sent',
	sessionId: 'the chat, under the name that AI Agent’s memory looks for',
	chatInput: 'the text, under the name that AI Agent looks for',

	// Unanswered messages, questions
	'message.getUnanswered.text':
		'all that people have written since your last message, oldest first, each message on its own line',
	'message.getUnanswered.messages': 'the messages one by one',
	'message.getUnanswered.message_id': 'the newest message',
	'message.getUnanswered.from': 'the sender of the newest message',
	is_latest: 'whether Message ID is the newest message; null if you gave none',
	count: 'how many messages there are',
	has_more: 'whether there are more than the operation took',
	days_since_reply: 'for how many days the other side has been silent; null if they never wrote',
	outbound_since_reply: 'how many messages you have sent since; null if they never wrote',
	approved: 'true or false; null if the question was not an approval',
	choice: 'the choice, exactly as you wrote it; null if the question was not a choice',
	timed_out: 'whether nobody answered in time; `approved` is then false',
	waited_seconds: 'seconds from the question to the answer',
	question_id: 'the message that asked',

	// Reactions, polls
	reaction:
		'the tapback: `love`, `like`, `dislike`, `laugh`, `emphasize`, `question`, `custom` or `sticker`',
	reaction_id: 'the sticker that was moved',
	'reaction.reaction_id': 'ID of the reaction',
	emoji: 'the emoji of a custom reaction; null for others',
	sticker_url: 'the image of a sticker; null for others',
	reacted_at: 'when the reaction was added or removed',
	reactions: 'reactions to the poll',
	poll: 'the options with their IDs and voters, and how many people have voted',
	options: 'the options with their IDs and voters',
	added_options: 'the options that were added',
	option_id: 'the option',
	total_voters: 'how many people have voted',

	// Files
	kind: 'what the file is to a workflow: `image`, `video`, `audio`, `voice`, `file`, `contact` or `location`',
	attachment_id: 'ID of the file at Linq: use it as often as you like',
	binary_field: 'name of the binary field that holds the file',
	filename: 'name of the file',
	mime_type: 'type of the file, e.g. `image/jpeg`',
	content_type: 'type of the file, e.g. `image/jpeg`',
	size_bytes: 'size in bytes',
	url: 'where the file is, for a limited time',
	download_url: 'where the file can be downloaded',
	upload_url: 'where to send the file’s bytes, for a limited time',
	http_method: 'the method for the upload',
	required_headers: 'headers to send with the upload, unchanged',
	expires_at: 'when the upload address expires',
	'attachment.status': 'how far the upload is',
	'attachment.id': 'ID of the file',

	// Answers without content
	success: 'true: Linq has accepted the request',
	deleted: 'true: it is gone',
	'message.moveSticker.message_id': 'the message that has the sticker',
	message: 'Linq’s note',
	'background.status': 'how far Linq is',
	'chat.leave.status': 'how far Linq is',
	'chat.update.status': 'how far Linq is',
	trace_id: 'by which Linq finds the request',

	// Chats in full
	'chat.getAll.updated_at': 'when the health status last changed',
	'chat.get.updated_at': 'when the health status last changed',

	// Voice memos, as Linq gives them
	voice_memo: 'the audio file, with its length in milliseconds',
	chat: 'the chat, with everybody in it',
	from_handle: 'the sender, in detail',
	is_read: 'whether it has been read',
	delivery_status: 'how far it got',
	parts: 'the parts of the message',
	preferred_service: 'the service you asked for; null if you did not',
	reply_to: 'the message it replies to; null if it is not a reply',
	'voiceMemo.to': 'the recipients',
	'voiceMemo.id': 'the message',

	// Numbers
	address: 'the number or email address that was checked',
	available: 'whether it can be reached with that service',
	'phoneNumber.id': 'ID of the line',
	phone_number: 'the line’s number',
	phone: 'the line’s number',
	forwarding_number: 'where calls are forwarded to',
	'phoneNumber.reputation': 'how Linq rates the line',
	reputation: 'how Linq rates the line',
	previous_reputation: 'the rating before',
	previous_status: 'the status before',
	changed_at: 'when it changed',
	vcf_url: 'contact card of the line as a vCard, for a limited time',
	audit_id: 'ID of the audit',
	generated_at: 'when the report was made',
	report: 'how severe the problems are, where they come from, and what to do',
	'phoneNumber.startReputationAudit.status': 'how far the audit is',
	'phoneNumber.getReputationAudit.status': 'how far the audit is',
	'phone_number.status': 'whether the line can send',
	'blockedHandle.reason': 'your note',
	blocked_at: 'when you blocked it',

	// Contact cards, locations, backgrounds
	first_name: 'first name',
	last_name: 'last name; null if there is none',
	image_url: 'the photo',
	is_active: 'whether it is in use',
	type: '`FeatureCollection`, as in GeoJSON',
	features: 'a point for each person who shares a location, as in GeoJSON',
	began_at: 'when the sharing began',
	ends_at: 'when the sharing will end; null if it does not',
	ended_at: 'when the sharing ended',
	background_type: 'kind of the background',
	background_variant: 'its variant',
	background_style: 'its style',
	background_image_url: 'its photo',
	is_typing: 'whether somebody is typing',
	old_value: 'the name or icon before',
	new_value: 'the name or icon now',
	added_at: 'when the person joined',
	removed_at: 'when the person left',

	// Payments
	payment_id: 'the payment or payment request',
	payment_request_id: 'ID of the request with the payment service Natural',
	'agentPayment.id': 'ID of the payment',
	amount: 'in its `currency`, e.g. 19.99',
	amount_cents: 'in cents',
	currency: 'e.g. `usd`',
	description: 'the text shown to the payer',
	metadata: 'your own values',
	mode: '`payment` or `subscription`',
	rail: 'the payment service',
	checkout_url: 'where the person pays',
	paid_at: 'when it was paid',
	'paymentRequest.status': 'how far the request is',
	'agentPayment.status': 'how far it is',
	'payment.status': 'how far the payment is',
	approval_url: 'where the customer approves the payment',
	attach_url: 'where the customer adds a card',
	merchant: 'who is paid',
	handoff: 'where to fetch the card’s data, and with what',
	connect_id: 'ID of the connection that was begun',
	hosted_url: 'where to finish connecting the account',
	session_id: 'ID of that session',
	provider: 'the payment service',

	// Experiences, webhooks
	experience: 'name of the experience',
	display_name: 'its name for people',
	actions: 'its actions, with the fields of each',
	'webhookEvent.event': 'type of the event',
	subscription_id: 'the subscription',
	'webhookSubscription.id': 'ID of the subscription',
	target_url: 'where Linq delivers',
	subscribed_events: 'the events it delivers',
	phone_numbers: 'the lines it is for; all if there are none',
	signing_secret: 'the secret for checking signatures; Linq gives it only here',
	routing_id_header: 'header that gets the chat’s ID',
	routing_key_header: 'header that gets the same value for the same chat',

	// Account
	summary: 'what happened, in a sentence',
	occurred_at: 'when it happened',
	origin: 'where it was done',
	actor_type: 'whether a person or Linq did it',
	actor_id: 'who did it',
	actor_name: 'who did it, by name',
	actor_email: 'who did it, by email address',
	change_from: 'the value before',
	change_to: 'the value now',
	change_last_name: 'the last name before and now',
	method: 'how they signed in',
	lines_moved_to_production: 'the lines that were moved',
	tokens_revoked: 'the tokens that no longer work',
	api_token_id: 'the token',
	api_token_token_prefix: 'how the token begins',
	api_token_name: 'its name',
	api_token_expires_at: 'when it expires; null if it does not',
	contact_card_id: 'the card',
	contact_card_first_name: 'first name on the card',
	contact_card_last_name: 'last name on the card',
	contact_card_image_url: 'photo on the card',
	environment_name: 'name of the environment',
	environment_type: 'kind of the environment',
	team_member_id: 'the team member',
	team_member_name: 'their name',
	team_member_role: 'their role',
	webhook_subscription_id: 'the subscription',
	webhook_subscription_target_url: 'where it delivers',
	webhook_subscription_events: 'the events it delivers',
	data: 'Linq’s own data, as it comes',
};

/**
 * Where names are looked up, and which entries have been used.
 *
 * @throws Error for a name that nobody has described
 */
export class FieldWords {
	readonly #used = new Set<string>();

	/** @param places from the most exact one on, e.g. `message.send`, `message` */
	of(name: string, places: string[]): string {
		const key = [...places.map((place) => `${place}.${name}`), name].find(
			(one) => one in FIELD_WORDS,
		);
		if (key === undefined) {
			throw new Error(`${places.join(', ')}: scripts/docs/reference/fieldWords.mts lacks ${name}`);
		}
		this.#used.add(key);
		return FIELD_WORDS[key] ?? '';
	}

	unused(): string[] {
		return Object.keys(FIELD_WORDS).filter((key) => !this.#used.has(key));
	}
}
