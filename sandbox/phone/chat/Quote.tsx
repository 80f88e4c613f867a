import type { ReplyTo } from '../../wire.mts';
import { partPreview, preview } from '../lib/preview.mts';
import { firstNameOf, messageById } from '../lib/store.mts';

/** Quotes the answered message above a bubble. */
export function Quote({ to, mine, me }: { to: ReplyTo; mine: boolean; me: string }) {
	const message = messageById(to.message_id);
	if (!message) return <p class="quote">An answer to a message that is gone</p>;
	const part = message.parts[to.part_index ?? 0];
	const name = message.from === me ? 'You' : firstNameOf(message.from);
	return (
		<p class={`quote ${mine ? 'mine' : ''}`}>
			<span class="hidden">Answers </span>
			<b>{name}</b> <span>{part ? partPreview(part) : preview(message)}</span>
		</p>
	);
}
