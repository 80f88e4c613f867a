import { messageIdField } from '../../fields/ids';
import { removeReactionFields } from '../../fields/reaction';
import type { Operation } from '../../operation';
import { answerDeleted } from '../../output/answers';
import { findRemovedReaction } from './findReaction';
import { reactionInText } from './reactionInText';

export const removeReaction: Operation = {
	name: 'Remove Reaction',
	value: 'removeReaction',
	action: 'Remove reaction from message',
	description: 'Remove your tapback or emoji from a message',
	method: 'POST',
	path: '/v3/messages/{messageId}/reactions',
	lookup: findRemovedReaction,
	body: { operation: 'remove' },
	fields: [messageIdField, ...removeReactionFields],
	buildBody: reactionInText,
	output: answerDeleted('messageId', 'reaction'),
};
