import type { NoteView } from '../../live/view.mts';
import { nameOf } from '../lib/store.mts';

/** Something that happened in the chat beside messages. */
export function NoteRow({ note }: { note: NoteView }) {
	return <p class="note-row">{sentence(note)}</p>;
}

function sentence({ what, who, value }: NoteView): string {
	const name = nameOf(who);
	const sentences: Record<NoteView['what'], string> = {
		joined: `${name} joined the group`,
		left: `${name} left the group`,
		removed: `${name} was removed from the group`,
		named: value === null ? `${name} took the name away` : `${name} named the group “${value}”`,
		icon: `${name} changed the group picture`,
		background: `${name} changed the background`,
		located: `${name} started sharing their location`,
		unlocated: `${name} stopped sharing their location`,
	};
	return sentences[what];
}
