import { simplifyMessage } from '../../../shared/simplify/message';
import { messageIdField } from '../../fields/ids';
import { messageViewFields } from '../../fields/output';
import { partIndexField } from '../../fields/partIndex';
import { inBody } from '../../fields/routing';
import { readMessageText } from '../../message/rules';
import type { Operation } from '../../operation';
import { answerAs, asItIs } from '../../output/answers';
import { findEdit } from './findEdit';

export const edit: Operation = {
	name: 'Edit',
	value: 'edit',
	action: 'Edit message',
	description: 'Change the text of a sent iMessage, up to five times within 15 minutes',
	method: 'PATCH',
	path: '/v3/messages/{messageId}',
	lookup: findEdit,
	fields: [
		messageIdField,
		{
			displayName: 'New Text',
			name: 'newText',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. Your order is ready from 3 pm.',
			description: 'At most 10,000 characters',
			...inBody('text'),
			read: readMessageText,
		},
		partIndexField,
		...messageViewFields,
	],
	output: answerAs(asItIs, simplifyMessage),
};
