import { refuseEmptyBody } from '../../fields/collection';
import { messageIdField } from '../../fields/ids';
import { placementField } from '../../fields/sticker';
import type { Operation } from '../../operation';
import { answerSuccess } from '../../output/answers';

export const moveSticker: Operation = {
	name: 'Move Sticker',
	value: 'moveSticker',
	action: 'Move sticker on message',
	description: 'Move a sticker that you have placed',
	method: 'PATCH',
	path: '/v3/messages/{messageId}/reactions/{reactionId}',
	fields: [
		messageIdField,
		{
			displayName: 'Reaction ID',
			name: 'reactionId',
			type: 'string',
			required: true,
			default: '',
			description:
				'ID of the sticker, from its reaction.added event or the reactions of the message',
		},
		placementField,
	],
	buildBody: refuseEmptyBody('Placement'),
	output: answerSuccess('messageId', 'reactionId'),
};
