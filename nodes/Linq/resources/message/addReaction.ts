import { messageIdField } from '../../fields/ids';
import { addReactionFields } from '../../fields/reaction';
import { stickerFields, stickerFile } from '../../fields/sticker';
import { inOrder } from '../../files/fileInto';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';
import { findAddedReaction } from './findReaction';
import { reactionInText } from './reactionInText';

export const addReaction: Operation = {
	name: 'Add Reaction',
	value: 'addReaction',
	action: 'Add reaction to message',
	description: 'Add a tapback, an emoji or a sticker to a message',
	method: 'POST',
	path: '/v3/messages/{messageId}/reactions',
	lookup: findAddedReaction,
	body: { operation: 'add' },
	fields: [messageIdField, ...addReactionFields, ...stickerFields],
	buildBody: inOrder(reactionInText, stickerFile),
	output: answerSuccess('messageId', 'reaction'),
};
