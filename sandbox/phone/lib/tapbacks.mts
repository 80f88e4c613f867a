import type { Reaction, ReactionType } from '../../wire.mts';

/** The six tapbacks of iMessage, as labels. */
export const TAPBACKS: ReadonlyArray<{ type: ReactionType; label: string; verb: string }> = [
	{ type: 'love', label: 'Heart', verb: 'loved' },
	{ type: 'like', label: 'Thumbs up', verb: 'liked' },
	{ type: 'dislike', label: 'Thumbs down', verb: 'disliked' },
	{ type: 'laugh', label: 'Ha ha', verb: 'laughed at' },
	{ type: 'emphasize', label: 'Exclamation', verb: 'emphasised' },
	{ type: 'question', label: 'Question', verb: 'questioned' },
];

export const EMOJI = ['🎉', '🔥', '😍', '😮', '😢', '🙏'] as const;

/** The name of a reaction: `Heart`, or the emoji. */
export const reactionLabel = (reaction: Pick<Reaction, 'type' | 'custom_emoji'>): string =>
	reaction.custom_emoji ??
	TAPBACKS.find(({ type }) => type === reaction.type)?.label ??
	(reaction.type === 'sticker' ? 'Sticker' : reaction.type);
