import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * Every event that Linq can deliver (contract/events.md), in the order in which people look for them:
 * n8n lists 76 triggers of a community node without a search box. What is about the same thing stands
 * together and begins with the same word, except for the three events at the top.
 */
export const EVENTS = [
	{
		value: 'message.received',
		name: 'Message Received',
		description: 'Inbound message arrived',
	},
	{
		value: 'reaction.added',
		name: 'Reaction Added',
		description: 'A reaction was added by anyone, you included',
	},
	{
		value: 'message.read',
		name: 'Message Read',
		description: 'Recipient read your message (1:1 iMessage or RCS)',
	},
	{
		value: 'message.delivered',
		name: 'Message Delivered',
		description: 'Message reached the device (1:1 iMessage or RCS)',
	},
	{
		value: 'message.failed',
		name: 'Message Failed',
		description: 'Message could not be sent or delivered',
	},
	{
		value: 'message.sent',
		name: 'Message Sent',
		description: 'Outbound message left your line',
	},
	{
		value: 'message.edited',
		name: 'Message Edited',
		description: 'A text part was edited',
	},
	{
		value: 'reaction.removed',
		name: 'Reaction Removed',
		description: 'A reaction was removed',
	},
	{
		value: 'poll.vote.added',
		name: 'Poll Vote Added',
		description: 'Someone voted',
	},
	{
		value: 'poll.vote.removed',
		name: 'Poll Vote Removed',
		description: 'Someone took a vote back',
	},
	{
		value: 'poll.received',
		name: 'Poll Received',
		description: 'A poll was sent to you',
	},
	{
		value: 'poll.updated',
		name: 'Poll Updated',
		description: 'Choices were added to a poll',
	},
	{
		value: 'poll.reaction.added',
		name: 'Poll Reaction Added',
		description: 'A reaction was put on a poll',
	},
	{
		value: 'poll.read',
		name: 'Poll Read',
		description: 'Your poll was read',
	},
	{
		value: 'poll.delivered',
		name: 'Poll Delivered',
		description: 'Your poll reached the device',
	},
	{
		value: 'poll.sent',
		name: 'Poll Sent',
		description: 'Your poll left your line',
	},
	{
		value: 'poll.failed',
		name: 'Poll Failed',
		description: 'Your poll could not be sent',
	},
	{
		value: 'chat.typing_indicator.started',
		name: 'Typing Started',
		description: 'Someone started typing',
	},
	{
		value: 'chat.typing_indicator.stopped',
		name: 'Typing Stopped',
		description: 'Typing stopped, also when the message was sent',
	},
	{
		value: 'participant.added',
		name: 'Participant Added',
		description: 'Someone joined a group',
	},
	{
		value: 'participant.removed',
		name: 'Participant Removed',
		description: 'Someone left or was removed; also when your line left',
	},
	{
		value: 'chat.created',
		name: 'Chat Created',
		description: 'A new direct or group chat exists',
	},
	{
		value: 'chat.group_name_updated',
		name: 'Chat Group Name Updated',
		description: 'Group name changed',
	},
	{
		value: 'chat.group_icon_updated',
		name: 'Chat Group Icon Updated',
		description: 'Group icon changed',
	},
	{
		value: 'chat.background_updated',
		name: 'Chat Background Updated',
		description: 'Chat background changed or removed',
	},
	{
		value: 'chat.group_name_update_failed',
		name: 'Chat Group Name Update Failed',
		description: 'Your name change failed',
	},
	{
		value: 'chat.group_icon_update_failed',
		name: 'Chat Group Icon Update Failed',
		description: 'Your icon change failed',
	},
	{
		value: 'chat.background_update_failed',
		name: 'Chat Background Update Failed',
		description: 'Your background change failed',
	},
	{
		value: 'location.sharing.started',
		name: 'Location Sharing Started',
		description: 'A contact started sharing its location',
	},
	{
		value: 'location.sharing.stopped',
		name: 'Location Sharing Stopped',
		description: 'A contact stopped sharing',
	},
	{
		value: 'contact_card.received',
		name: 'Contact Card Received',
		description: 'A contact shared name and photo with you',
	},
	{
		value: 'contact_card.created',
		name: 'Contact Card Created',
		description: 'A contact card of yours was created',
	},
	{
		value: 'contact_card.updated',
		name: 'Contact Card Updated',
		description: 'A contact card of yours was changed',
	},
	{
		value: 'contact_card.deleted',
		name: 'Contact Card Deleted',
		description: 'A contact card of yours was deleted',
	},
	{
		value: 'call.initiated',
		name: 'Call Initiated',
		description: 'A call was started',
	},
	{
		value: 'call.ringing',
		name: 'Call Ringing',
		description: 'A call is ringing',
	},
	{
		value: 'call.answered',
		name: 'Call Answered',
		description: 'A call was answered',
	},
	{
		value: 'call.no_answer',
		name: 'Call Not Answered',
		description: 'A call was not answered',
	},
	{
		value: 'call.declined',
		name: 'Call Declined',
		description: 'A call was declined',
	},
	{
		value: 'call.ended',
		name: 'Call Ended',
		description: 'A call has ended',
	},
	{
		value: 'call.failed',
		name: 'Call Failed',
		description: 'A call could not be connected',
	},
	{
		value: 'phone_number.status_updated',
		name: 'Line Status Updated',
		description: 'Line status or reputation changed',
	},
	{
		value: 'phone_number.assigned',
		name: 'Line Assigned',
		description: 'A line was assigned to your account',
	},
	{
		value: 'phone_number.released',
		name: 'Line Released',
		description: 'A line left your account',
	},
	{
		value: 'phone_number.forwarding_updated',
		name: 'Line Call Forwarding Updated',
		description: 'Call forwarding changed',
	},
	{
		value: 'payment.succeeded',
		name: 'Payment Succeeded',
		description: 'A payment request was paid',
	},
	{
		value: 'payment.authorized',
		name: 'Payment Authorized',
		description: 'A merchant placed a hold (agent payment)',
	},
	{
		value: 'payment.declined',
		name: 'Payment Declined',
		description: 'An agent payment was declined',
	},
	{
		value: 'payment.expired',
		name: 'Payment Expired',
		description: 'A request lapsed unpaid',
	},
	{
		value: 'payment.canceled',
		name: 'Payment Canceled',
		description: 'You canceled a request',
	},
	{
		value: 'connection.created',
		name: 'Payment Connection Created',
		description: 'A customer connected a payment handle',
	},
	{
		value: 'connection.revoked',
		name: 'Payment Connection Revoked',
		description: 'A customer revoked the connection',
	},
	{
		value: 'team_member.added',
		name: 'Team Member Added',
		description: 'A member was added',
	},
	{
		value: 'team_member.signed_in',
		name: 'Team Member Signed In',
		description: 'A member signed in',
	},
	{
		value: 'team_member.signed_out',
		name: 'Team Member Signed Out',
		description: 'A member signed out',
	},
	{
		value: 'api_token.created',
		name: 'API Token Created',
		description: 'An API token was created',
	},
	{
		value: 'api_token.renamed',
		name: 'API Token Renamed',
		description: 'An API token was renamed',
	},
	{
		value: 'api_token.activated',
		name: 'API Token Activated',
		description: 'A token was activated',
	},
	{
		value: 'api_token.expiry_scheduled',
		name: 'API Token Expiry Scheduled',
		description: 'An expiry was set on a token',
	},
	{
		value: 'api_token.expired',
		name: 'API Token Expired',
		description: 'A token expired',
	},
	{
		value: 'api_token.deleted',
		name: 'API Token Deleted',
		description: 'A token was deleted',
	},
	{
		value: 'environment.created',
		name: 'Environment Created',
		description: 'An environment was created',
	},
	{
		value: 'environment.renamed',
		name: 'Environment Renamed',
		description: 'An environment was renamed',
	},
	{
		value: 'environment.line_moved',
		name: 'Environment Line Moved',
		description: 'A line moved between environments',
	},
	{
		value: 'environment.deleted',
		name: 'Environment Deleted',
		description: 'An environment was deleted',
	},
	{
		value: 'zero_day_retention.updated',
		name: 'Zero-Day Retention Updated',
		description: 'Zero-day retention switched',
	},
	{
		value: 'webhook_subscription.created',
		name: 'Webhook Subscription Created',
		description: 'A subscription was created',
	},
	{
		value: 'webhook_subscription.enabled',
		name: 'Webhook Subscription Enabled',
		description: 'A subscription was switched on',
	},
	{
		value: 'webhook_subscription.disabled',
		name: 'Webhook Subscription Disabled',
		description: 'A subscription was switched off',
	},
	{
		value: 'webhook_subscription.target_url_changed',
		name: 'Webhook Subscription Target URL Changed',
		description: 'A target URL changed',
	},
	{
		value: 'webhook_subscription.events.updated',
		name: 'Webhook Subscription Events Updated',
		description: 'The event list of a subscription changed',
	},
	{
		value: 'webhook_subscription.phone_numbers.updated',
		name: 'Webhook Subscription Lines Updated',
		description: 'The line filter of a subscription changed',
	},
	{
		value: 'webhook_subscription.routing_headers_set',
		name: 'Webhook Subscription Routing Headers Set',
		description: 'Routing headers were set',
	},
	{
		value: 'webhook_subscription.routing_headers_cleared',
		name: 'Webhook Subscription Routing Headers Cleared',
		description: 'Routing headers were cleared',
	},
	{
		value: 'webhook_subscription.deleted',
		name: 'Webhook Subscription Deleted',
		description: 'A subscription was deleted',
	},
] satisfies INodePropertyOptions[];

/** Stands for all events of the account, those included that Linq adds later. */
export const ALL_EVENTS = {
	value: '*',
	name: 'All Events',
	description: 'Everything that Linq can tell, also what it adds later',
} satisfies INodePropertyOptions;

const named = (choose: (event: string) => boolean) =>
	EVENTS.map(({ value }) => value).filter(choose);

/** Linq gives the content of the message along. */
export const WITH_TEXT = named(
	(event) => event.startsWith('message.') && event !== 'message.failed',
);

/** They belong to a chat. */
export const WITH_CHAT = named((event) =>
	/^(message|reaction|poll|participant|chat|location)\./.test(event),
);

/** Linq says whether the chat is a group, or it can only be one. */
export const WITH_CHAT_TYPE = named((event) =>
	/^(poll|participant)\./.test(event) && event !== 'poll.reaction.added'
		? true
		: [...WITH_TEXT, 'chat.created', 'chat.background_updated'].includes(event) ||
			event.startsWith('chat.group_'),
);

/** Somebody did it whom Linq names. */
export const WITH_SENDER = named(
	(event) =>
		/^(poll|reaction|location)\./.test(event) ||
		[
			...WITH_TEXT,
			'chat.background_updated',
			'chat.group_icon_updated',
			'chat.group_name_updated',
			'chat.typing_indicator.started',
			'chat.typing_indicator.stopped',
			'contact_card.received',
		].includes(event),
);

/** They are only ever about what the account itself sent or changed. */
export const ABOUT_OWN = named((event) =>
	/^(message|poll)\.(sent|delivered|read|failed)$|^chat\..*_failed$/.test(event),
);

/** They can come from the account's own doing. */
export const WITH_DIRECTION = named(
	(event) =>
		ABOUT_OWN.includes(event) ||
		(WITH_SENDER.includes(event) && !/^(location|contact_card)\./.test(event)),
);
