import type { Operation } from '../../define';
import { inBody } from '../../fields/send';
import { answerAs } from '../../request/answer';
import { unwrap } from '../../request/shape';
import { blockedHandleField } from './handle';

export const block: Operation = {
	name: 'Block',
	value: 'block',
	action: 'Block handle',
	description: 'Put somebody on your blocklist: their messages are dropped, yours are refused',
	method: 'POST',
	path: '/v3/blocked_handles',
	fields: [blockedHandleField],
	options: [
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spam',
			description: 'A note for yourself',
			...inBody('reason'),
		},
	],
	output: [answerAs(unwrap('blocked_handle'))],
};
