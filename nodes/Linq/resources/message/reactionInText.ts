import { isEmoji } from '../../../shared/input/emoji';
import { readReaction } from '../../../shared/input/reaction';
import type { BuildBody } from '../../operation';

/**
 * Puts a reaction into the body that came as a text (fields/reaction.ts). Only a tool's does: n8n
 * leaves out of the request what its form does not show.
 */
export const reactionInText: BuildBody = (context, body) => {
	if (body.type !== undefined) return body;
	const reaction = readReaction(context.getNodeParameter('reactionText', ''), 'Reaction');
	return isEmoji(reaction)
		? { ...body, type: 'custom', custom_emoji: reaction }
		: { ...body, type: reaction };
};
