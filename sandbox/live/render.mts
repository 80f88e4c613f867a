import type { Fault } from '../faults.mts';
import type { RecordedRequest } from '../record.mts';
import type { Attachment } from '../state/attachments.mts';
import { hasLeft, type Chat } from '../state/chats.mts';
import type { Planned } from '../state/failures.mts';
import type { Message } from '../state/messages.mts';
import type { State } from '../state/state.mts';
import type { Subscription } from '../state/subscriptions.mts';
import type { Delivery } from '../webhooks/deliveries.mts';
import type { Part, Reaction } from '../wire.mts';
import type { World } from '../world.mts';
import type {
	ChatView,
	DeliveryView,
	FaultView,
	FileView,
	MessageView,
	RequestView,
	SubscriptionView,
} from './view.mts';

/** The sandbox's things as the page is told of them. */

/** @param now epoch milliseconds */
export function chatView(chat: Chat, state: State, now: number): ChatView {
	const contacts = chat.handles.filter((entry) => !entry.is_me).map((entry) => entry.handle);
	return {
		id: chat.id,
		line: chat.line,
		service: chat.service,
		isGroup: chat.isGroup,
		name: chat.displayName,
		icon: chat.icon,
		members: chat.handles.map(({ handle, is_me, status }) => ({ handle, isLine: is_me, status })),
		blocked: contacts.filter((handle) => state.blocklist.has(handle)),
		optedOut: contacts.flatMap((handle) => {
			const since = state.optOuts.since(handle);
			return since === undefined ? [] : [{ handle, since }];
		}),
		typing: hasLeft(chat) ? [] : state.typing.of(chat.id, now),
		activity: chat.activity,
		createdAt: chat.createdAt,
	};
}

/** Changes whenever anything of {@link messageView} does; many times cheaper. */
export function messageMark(message: Message, world: World): string {
	const { status, updatedAt, readAt, parts, poll } = message;
	let mark = `${status}|${updatedAt}|${readAt ?? ''}|${message.service ?? ''}`;
	for (const { reactions } of parts) if (reactions.length > 0) mark += reactionsMark(reactions);
	if (poll) {
		mark += reactionsMark(poll.reactions);
		for (const { text, voters } of poll.options) {
			mark += `|${text}:${voters.map((voter) => voter.handle).join(',')}`;
		}
	}
	return world.history.isEdited(message.id) ? `${mark}|${textsOf(parts)}` : mark;
}

const reactionsMark = (reactions: readonly Reaction[]): string =>
	`|${reactions.map((reaction) => reaction.id).join(',')}`;

const textsOf = (parts: readonly Part[]): string =>
	parts.map((part) => (part.type === 'text' ? part.value : '')).join('|');

export function messageView(message: Message, world: World): MessageView {
	const { poll } = message;
	return {
		id: message.id,
		chatId: message.chatId,
		seq: message.seq,
		from: message.sender.handle,
		outbound: message.direction === 'outbound',
		service: message.service,
		status: message.status,
		parts: message.parts.map((part) => ({ ...part })),
		poll: poll && {
			options: poll.options.map(({ option_id, text, voters }) => ({
				id: option_id,
				text,
				voters: voters.map((voter) => voter.handle),
			})),
			reactions: poll.reactions,
		},
		effect: message.effect,
		replyTo: message.replyTo,
		createdAt: message.createdAt,
		deliveredAt: message.deliveredAt,
		readAt: message.readAt,
		edited: message.edits > 0 || world.history.isEdited(message.id),
		failure: world.history.failureOf(message.id),
	};
}

export const subscriptionView = (subscription: Subscription): SubscriptionView => ({
	id: subscription.id,
	targetUrl: subscription.targetUrl,
	version: subscription.version,
	events: [...subscription.events],
	phoneNumbers: subscription.phoneNumbers,
	isActive: subscription.isActive,
	createdAt: subscription.createdAt,
});

export const deliveryView = (delivery: Delivery): DeliveryView => ({
	id: String(delivery.number),
	number: delivery.number,
	eventType: delivery.event_type,
	eventId: delivery.event_id,
	subscriptionId: delivery.subscription_id,
	targetUrl: delivery.target_url,
	chatId: delivery.chat_id,
	createdAt: delivery.created_at,
	state: delivery.state,
	tries: [...delivery.tries],
});

export const requestView = (request: RecordedRequest, world: World): RequestView => ({
	id: String(request.number),
	number: request.number,
	at: request.at,
	method: request.method,
	path: request.path,
	operationId: request.operationId ?? null,
	chatId: request.chatId ?? null,
	status: request.status,
	ms: request.ms,
	idempotencyKey: request.idempotencyKey ?? null,
	replayed: request.replayed,
	fault: request.fault === undefined ? null : (world.faults.nameOf(request.fault) ?? request.fault),
	processed: request.processed,
});

/** A planned failure, as one more fault. */
export function failureView({ id, name, hits, ...rule }: Planned): FaultView {
	return { id, name: name ?? null, hits, rule: { ...rule } };
}

export function faultView({ id, hits, name, ...rule }: Fault): FaultView {
	return { id, name: name ?? null, hits, rule: { ...rule } };
}

export const fileView = ({ id, filename, sizeBytes, bytes, nature }: Attachment): FileView => ({
	id,
	name: filename,
	type: nature?.type ?? null,
	sizeBytes: bytes?.length ?? sizeBytes,
	durationMs: nature?.durationMs ?? null,
	plays: nature?.plays ?? false,
});
