import type { MessageView, NoteView } from '../../live/view.mts';
import type { Service } from '../../wire.mts';

/** One line of the transcript. */
export type Row =
	| { kind: 'time'; key: string; at: string; service: Service | null }
	| { kind: 'note'; key: string; note: NoteView }
	| {
			kind: 'message';
			key: string;
			message: MessageView;
			/** Whether the one whose phone it is wrote it. */
			mine: boolean;
			/** First and last of what one person wrote in a row. */
			first: boolean;
			last: boolean;
			/** Whether how far it got is worth a line. */
			receipt: boolean;
	  };

/** A pause after which the time is shown, and one after which bubbles no longer belong together. */
const TIME_GAP_MS = 15 * 60_000;
const GROUP_GAP_MS = 60_000;

/**
 * Puts messages and notes into the order of the transcript, with times between groups.
 *
 * @param messages in the order in which they came
 * @param me handle of the one whose phone it is
 */
export function rowsOf(
	messages: readonly MessageView[],
	notes: readonly NoteView[],
	me: string,
): Row[] {
	const rows: Row[] = [];
	const lastOf = lastMessages(messages, me);
	let before: { at: number; from: string; service: Service | null } | undefined;
	let nextNote = 0;
	const addNotes = (until: string) => {
		for (let note = notes[nextNote]; note && note.at < until; note = notes[++nextNote]) {
			rows.push({ kind: 'note', key: note.id, note });
			if (before) before.from = '';
		}
	};
	for (const message of messages) {
		addNotes(message.createdAt);
		const at = Date.parse(message.createdAt);
		const service = message.service ?? before?.service ?? null;
		const changed = before !== undefined && before.service !== null && service !== before.service;
		if (!before || at - before.at > TIME_GAP_MS || changed) {
			const shown = !before || changed ? service : null;
			rows.push({ kind: 'time', key: `t${message.id}`, at: message.createdAt, service: shown });
			before = undefined;
		}
		const previous = rows.at(-1);
		const together =
			before !== undefined && before.from === message.from && at - before.at < GROUP_GAP_MS;
		if (together && previous?.kind === 'message') previous.last = false;
		rows.push({
			kind: 'message',
			key: message.id,
			message,
			mine: message.from === me,
			first: !together,
			last: true,
			receipt: lastOf.has(message.id) || isUnsettled(message),
		});
		before = { at, from: message.from, service };
	}
	addNotes('\uFFFF');
	return rows;
}

/** The last message of each side, below which its receipt stands. */
function lastMessages(messages: readonly MessageView[], me: string): Set<string | undefined> {
	const mine = messages.findLast((message) => message.from === me);
	const theirs = messages.findLast((message) => message.outbound && !isUnsettled(message));
	return new Set([mine?.id, theirs?.id]);
}

/** On its way, or it never arrived: the one thing that a phone would not show. */
export const isUnsettled = ({ outbound, status }: MessageView): boolean =>
	outbound && (status === 'pending' || status === 'queued' || status === 'failed');
