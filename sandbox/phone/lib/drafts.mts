import { signal } from '@preact/signals';

/** An attachment in the composer of a chat. */
export interface Attached {
	id: string;
	name: string;
	type: string;
	url: string;
}

export interface Draft {
	text: string;
	attached: Attached[];
	replyTo: { messageId: string; partIndex: number } | null;
	editing: { messageId: string; partIndex: number } | null;
	/** Who is mentioned, and the name that stands for them in the text. */
	mention: { handle: string; name: string } | null;
}

const empty: Draft = { text: '', attached: [], replyTo: null, editing: null, mention: null };

const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

/** The draft of a chat; each chat keeps its own. */
export const draftOf = (chatId: string): Draft => drafts.value.get(chatId) ?? empty;

export function changeDraft(chatId: string, change: Partial<Draft>): void {
	drafts.value = new Map(drafts.value).set(chatId, { ...draftOf(chatId), ...change });
}

export const clearDraft = (chatId: string): void => changeDraft(chatId, empty);

/** In a group: whose phone it is. */
const personas = signal<ReadonlyMap<string, string>>(new Map());

export const personaOf = (chatId: string, contacts: readonly string[]): string => {
	const chosen = personas.value.get(chatId);
	return chosen !== undefined && contacts.includes(chosen) ? chosen : (contacts[0] ?? '');
};

export function choosePersona(chatId: string, handle: string): void {
	personas.value = new Map(personas.value).set(chatId, handle);
}
