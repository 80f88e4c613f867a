import { z } from 'zod';
import { newId } from '../random.mts';
import type { NewEvent } from '../webhooks/envelope.mts';
import type { NoteView } from './view.mts';

const handle = z.object({ handle: z.string() });
const participant = z.object({ participant: handle.extend({ status: z.string() }) });
const change = z.object({ changed_by_handle: handle, new_value: z.string().nullable() });
const background = z.object({ actor_handle: handle });
const sharing = z.object({ shared_by: z.string() });
const failed = z.object({ message_id: z.string(), code: z.number(), reason: z.string() });
const pollFailed = z.object({
	message_id: z.string(),
	error: z.object({ code: z.number(), message: z.string() }),
});
const edited = z.object({ id: z.string() });

type Note = Pick<NoteView, 'what' | 'who' | 'value'>;

/** Reads what a chat shows between its messages off the events; the state keeps only how it is now. */
const notes: Record<string, (data: unknown) => Note> = {
	'participant.added': (data) => {
		const { participant: who } = participant.parse(data);
		return { what: 'joined', who: who.handle, value: null };
	},
	'participant.removed': (data) => {
		const { participant: who } = participant.parse(data);
		const what = who.status === 'removed' ? 'removed' : 'left';
		return { what, who: who.handle, value: null };
	},
	'chat.group_name_updated': (data) => {
		const { changed_by_handle: by, new_value: value } = change.parse(data);
		return { what: 'named', who: by.handle, value };
	},
	'chat.group_icon_updated': (data) => {
		const { changed_by_handle: by } = change.parse(data);
		return { what: 'icon', who: by.handle, value: null };
	},
	'chat.background_updated': (data) => {
		const { actor_handle: by } = background.parse(data);
		return { what: 'background', who: by.handle, value: null };
	},
	'location.sharing.started': (data) => {
		return { what: 'located', who: sharing.parse(data).shared_by, value: null };
	},
	'location.sharing.stopped': (data) => {
		return { what: 'unlocated', who: sharing.parse(data).shared_by, value: null };
	},
};

/** Past events that can no longer be read from the state, for the page. */
export class History {
	#notes: NoteView[] = [];
	readonly #failures = new Map<string, { code: number; reason: string }>();
	readonly #edited = new Set<string>();

	/** Oldest first. */
	notes(): readonly NoteView[] {
		return this.#notes;
	}

	failureOf(messageId: string): { code: number; reason: string } | null {
		return this.#failures.get(messageId) ?? null;
	}

	isEdited(messageId: string): boolean {
		return this.#edited.has(messageId);
	}

	/** Takes an event in. Those of the control side's `/events` may have any shape; they are skipped. */
	take(event: NewEvent, at: string): void {
		try {
			this.#take(event, at);
		} catch (error) {
			if (!(error instanceof z.ZodError)) throw error;
		}
	}

	clear(): void {
		this.#notes = [];
		this.#failures.clear();
		this.#edited.clear();
	}

	#take({ type, chatId, data }: NewEvent, at: string): void {
		const note = notes[type];
		if (note && chatId !== undefined) {
			this.#notes.push({ id: newId(), chatId, at, ...note(data) });
		} else if (type === 'message.failed') {
			const { message_id, code, reason } = failed.parse(data);
			this.#failures.set(message_id, { code, reason });
		} else if (type === 'poll.failed') {
			const { message_id, error } = pollFailed.parse(data);
			this.#failures.set(message_id, { code: error.code, reason: error.message });
		} else if (type === 'message.edited') {
			this.#edited.add(edited.parse(data).id);
		}
	}
}
