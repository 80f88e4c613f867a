import type { Message } from '../state/messages.mts';
import type { Reaction } from '../wire.mts';

/** Something that reactions hang on: a part of a message, or a poll as a whole. */
export interface Reactable {
	reactions: Reaction[];
}

/** The target of a reaction to this part of a message; undefined if there is no such part. */
export const reactableAt = (message: Message, partIndex: number): Reactable | undefined =>
	message.poll ?? message.parts[partIndex];

/**
 * Puts a reaction on. A person has one tapback at a place: a new one takes the place of the old.
 * Stickers pile up.
 */
export function addReaction(target: Reactable, added: Reaction): void {
	const stays = (entry: Reaction): boolean =>
		added.type === 'sticker' || entry.type === 'sticker' || entry.handle.id !== added.handle.id;
	target.reactions = [...target.reactions.filter(stays), added];
}

/**
 * Takes a tapback away.
 *
 * @returns what was taken, or undefined where the person has no such tapback there
 */
export function removeReaction(
	target: Reactable,
	wanted: Pick<Reaction, 'type' | 'custom_emoji'> & { handleId: string },
): Reaction | undefined {
	const found = target.reactions.find(
		(entry) =>
			entry.handle.id === wanted.handleId &&
			entry.type === wanted.type &&
			(wanted.custom_emoji === null || entry.custom_emoji === wanted.custom_emoji),
	);
	if (found) target.reactions = target.reactions.filter((entry) => entry !== found);
	return found;
}
