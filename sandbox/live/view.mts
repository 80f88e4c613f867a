import type { Part, Reaction, ReplyTo, Effect, Service, DeliveryStatus } from '../wire.mts';

/** The page's data, by kind; `id` is unique within a kind. */
export interface Views {
	chat: ChatView;
	message: MessageView;
	note: NoteView;
	line: LineView;
	contact: ContactView;
	subscription: SubscriptionView;
	delivery: DeliveryView;
	request: RequestView;
	lane: LaneView;
	fault: FaultView;
	file: FileView;
}

export type Kind = keyof Views;

/** One thing that is new or has changed. */
export type Put = { [K in Kind]: { kind: K; value: Views[K] } }[Kind];

/** Payload of the stream's `change` events. */
export interface Changes {
	put: Put[];
	gone: Array<{ kind: Kind; id: string }>;
}

export interface MemberView {
	handle: string;
	isLine: boolean;
	status: 'active' | 'left' | 'removed';
}

export interface ChatView {
	id: string;
	line: string;
	service: Service;
	isGroup: boolean;
	/** The name that somebody gave it. */
	name: string | null;
	icon: string | null;
	members: MemberView[];
	/** Its contacts whom the account blocked. */
	blocked: string[];
	/** Since when its contact, or one of them, wants no more messages. */
	optedOut: Array<{ handle: string; since: string }>;
	/** Until when, in epoch milliseconds. */
	typing: Array<{ handle: string; until: number }>;
	/** Rises with each message of any chat. */
	activity: number;
	createdAt: string;
}

export interface PollView {
	options: Array<{ id: string; text: string; voters: string[] }>;
	reactions: Reaction[];
}

export interface MessageView {
	id: string;
	chatId: string;
	seq: number;
	from: string;
	/** Whether the line sent it. */
	outbound: boolean;
	service: Service | null;
	status: DeliveryStatus;
	parts: Part[];
	poll: PollView | null;
	effect: Effect | null;
	replyTo: ReplyTo | null;
	createdAt: string;
	deliveredAt: string | null;
	readAt: string | null;
	edited: boolean;
	/** Why it never arrived. */
	failure: { code: number; reason: string } | null;
}

/** Something that happened in a chat beside messages. */
export interface NoteView {
	id: string;
	chatId: string;
	at: string;
	what: 'joined' | 'left' | 'removed' | 'named' | 'icon' | 'background' | 'located' | 'unlocated';
	/** A handle. */
	who: string;
	/** The new name. */
	value: string | null;
}

export interface LineView {
	id: string;
	phoneNumber: string;
	/** From its contact card. */
	name: string | null;
	status: 'ACTIVE' | 'FLAGGED';
}

export interface ContactView {
	/** The handle. */
	id: string;
	name: string | null;
	services: Service[];
}

export interface SubscriptionView {
	id: string;
	targetUrl: string;
	version: string;
	events: string[];
	phoneNumbers: string[];
	isActive: boolean;
	createdAt: string;
}

export interface DeliveryView {
	/** The delivery's number. */
	id: string;
	number: number;
	eventType: string;
	eventId: string;
	subscriptionId: string;
	targetUrl: string;
	chatId: string | null;
	createdAt: string;
	state: 'pending' | 'delivered' | 'failed';
	tries: Array<{ at: string; status: number | null; error: string | null; ms: number }>;
}

export interface RequestView {
	/** The request's number. */
	id: string;
	number: number;
	at: string;
	method: string;
	path: string;
	operationId: string | null;
	chatId: string | null;
	/** 0 until answered and where the connection was cut. */
	status: number;
	ms: number;
	idempotencyKey: string | null;
	replayed: boolean;
	/** The plain name of the fault that hit, or its id. */
	fault: string | null;
	processed: boolean;
}

/** Messages from one line to one recipient within the window of the rate limit. */
export interface LaneView {
	id: string;
	line: string;
	recipient: string;
	/** Epoch milliseconds of each message that counts. */
	times: number[];
	limit: number;
	windowMs: number;
}

export interface FaultView {
	id: string;
	/** Null where it was asked for without one. */
	name: string | null;
	/** Its effect, and the requests it applies to. */
	rule: Record<string, unknown>;
	hits: number;
}

/** A file of the account; one that was deleted is gone. */
export interface FileView {
	/** The attachment's id, which media parts have too. */
	id: string;
	name: string;
	/** Its type by its bytes; null until they are there. */
	type: string | null;
	/** As announced until the bytes are there. */
	sizeBytes: number;
	/** Of audio, where it says. */
	durationMs: number | null;
	/** Whether `/sandbox/files/:id/sound` gives a sound that browsers play. */
	plays: boolean;
}
