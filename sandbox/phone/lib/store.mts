import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type {
	Changes,
	ChatView,
	ContactView,
	DeliveryView,
	FaultView,
	FileView,
	Kind,
	LaneView,
	LineView,
	MessageView,
	NoteView,
	RequestView,
	SubscriptionView,
} from '../../live/view.mts';
import { prettyHandle } from './format.mts';

/** Whether the stream is there; `waiting` until the first snapshot is complete. */
export const connection = signal<'waiting' | 'live' | 'lost'>('waiting');

const table = <T,>() => signal<ReadonlyMap<string, T>>(new Map());

export const chats = table<ChatView>();
export const lines = table<LineView>();
export const contacts = table<ContactView>();
export const subscriptions = table<SubscriptionView>();
export const deliveries = table<DeliveryView>();
export const requests = table<RequestView>();
export const lanes = table<LaneView>();
export const faults = table<FaultView>();
export const files = table<FileView>();

/** As many as the server tells a page that comes anew. */
const KEPT = 500;
const trimmed = new Set<Kind>(['delivery', 'request']);

interface Transcript {
	messages: Signal<readonly MessageView[]>;
	notes: Signal<readonly NoteView[]>;
}

const transcripts = new Map<string, Transcript>();
const places = new Map<string, MessageView>();

/** The transcript of a chat, oldest first. */
export function transcriptOf(chatId: string): Transcript {
	const known = transcripts.get(chatId);
	if (known) return known;
	const made: Transcript = { messages: signal([]), notes: signal([]) };
	transcripts.set(chatId, made);
	return made;
}

export const messageById = (id: string): MessageView | undefined => places.get(id);

/** The last active chat first. */
export const chatList: ReadonlySignal<ChatView[]> = computed(() =>
	[...chats.value.values()].sort((one, other) => other.activity - one.activity),
);

const lineNames = computed(
	() => new Map([...lines.value.values()].map(({ phoneNumber, name }) => [phoneNumber, name])),
);

/** A person's name; the number if there is none. */
export const nameOf = (handle: string): string =>
	contacts.value.get(handle)?.name ?? lineNames.value.get(handle) ?? prettyHandle(handle);

/** The name by which people would call somebody in a group. */
export const firstNameOf = (handle: string): string => {
	const name = contacts.value.get(handle)?.name;
	return name?.split(' ')[0] ?? nameOf(handle);
};

/** Contacts who are in the chat. */
export const contactsOf = (chat: ChatView): string[] =>
	chat.members
		.filter((member) => !member.isLine && member.status === 'active')
		.map((member) => member.handle);

export function titleOf(chat: ChatView): string {
	if (chat.name !== null) return chat.name;
	const handles = contactsOf(chat);
	if (!chat.isGroup) return nameOf(chat.members.find((member) => !member.isLine)?.handle ?? '');
	return handles.map(firstNameOf).join(', ') || 'Nobody';
}

/** Called with messages that came while the page was looking. */
type Arrival = (messages: readonly MessageView[]) => void;
const arrivals = new Set<Arrival>();

export function onArrival(listener: Arrival): () => void {
	arrivals.add(listener);
	return () => arrivals.delete(listener);
}

/**
 * Takes in what the stream told.
 *
 * @param fresh whether all that was known is to be forgotten first
 */
export function take(changes: Changes, fresh: boolean): void {
	const arrived: MessageView[] = [];
	batch(() => {
		if (fresh) forget();
		const draft = new Drafts();
		for (const entry of changes.put) {
			if (entry.kind === 'message') {
				if (!places.has(entry.value.id)) arrived.push(entry.value);
				draft.putMessage(entry.value);
			} else if (entry.kind === 'note') {
				const { notes } = transcriptOf(entry.value.chatId);
				notes.value = [...notes.value, entry.value];
			} else {
				draft.put(entry.kind, entry.value);
			}
		}
		for (const { kind, id } of changes.gone) {
			if (kind === 'message') draft.dropMessage(id);
			else if (kind !== 'note') draft.drop(kind, id);
		}
		draft.commit();
	});
	if (connection.value === 'live' && !fresh && arrived.length > 0) {
		for (const listener of arrivals) listener(arrived);
	}
}

type Tabled = Exclude<Kind, 'message' | 'note'>;
const tables = {
	chat: chats,
	line: lines,
	contact: contacts,
	subscription: subscriptions,
	delivery: deliveries,
	request: requests,
	lane: lanes,
	fault: faults,
	file: files,
} as const;

function forget(): void {
	for (const known of Object.values(tables)) known.value = new Map();
	for (const { messages, notes } of transcripts.values()) {
		messages.value = [];
		notes.value = [];
	}
	places.clear();
}

/** Copies each table and transcript that a batch of changes touches once. */
class Drafts {
	readonly #tables = new Map<Tabled, Map<string, unknown>>();
	readonly #messages = new Map<string, Map<string, MessageView>>();

	put(kind: Tabled, value: { id: string }): void {
		this.#table(kind).set(value.id, value);
	}

	drop(kind: Tabled, id: string): void {
		this.#table(kind).delete(id);
	}

	putMessage(message: MessageView): void {
		places.set(message.id, message);
		this.#transcript(message.chatId).set(message.id, message);
	}

	dropMessage(id: string): void {
		const message = places.get(id);
		if (!message) return;
		places.delete(id);
		this.#transcript(message.chatId).delete(id);
	}

	commit(): void {
		for (const [kind, draft] of this.#tables) {
			if (trimmed.has(kind) && draft.size > KEPT) {
				for (const id of [...draft.keys()].slice(0, draft.size - KEPT)) draft.delete(id);
			}
			(tables[kind] as Signal<ReadonlyMap<string, unknown>>).value = draft;
		}
		for (const [chatId, draft] of this.#messages) {
			// A message that changes keeps its place in the map, so this is nearly sorted.
			const list = [...draft.values()];
			const sorted = list.every(
				(message, index) => index === 0 || (list[index - 1]?.seq ?? 0) < message.seq,
			);
			transcriptOf(chatId).messages.value = sorted
				? list
				: list.sort((one, other) => one.seq - other.seq);
		}
	}

	#table(kind: Tabled): Map<string, unknown> {
		const known = this.#tables.get(kind);
		if (known) return known;
		const draft = new Map<string, unknown>(tables[kind].value);
		this.#tables.set(kind, draft);
		return draft;
	}

	#transcript(chatId: string): Map<string, MessageView> {
		const known = this.#messages.get(chatId);
		if (known) return known;
		const { messages } = transcriptOf(chatId);
		const draft = new Map(messages.value.map((message) => [message.id, message]));
		this.#messages.set(chatId, draft);
		return draft;
	}
}
