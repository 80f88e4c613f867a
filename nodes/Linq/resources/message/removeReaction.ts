import type { Operation } from '../../operation';
import { messageIdField } from '../../fields/ids';
import { removeReactionFields } from '../../fields/reaction';
import { answerDeleted } from '../../output/answers';
import { findRemovedReaction } from './findReaction';

export const removeReaction: Operation = {
	name: 'Remove Reaction',
	value: 'removeReaction',
	action: 'Remove reaction from message',
	description: 'Take your tapback or emoji off a message',
	method: 'POST',
	path: '/v3/messages/{messageId}/reactions',
	lookup: findRemovedReaction,
	body: { operation: 'remove' },
	fields: [messageIdField, ...removeReactionFields],
	output: answerDeleted('messageId', 'reaction'),
};
