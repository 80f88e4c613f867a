import { countryOption } from '../../fields/country';
import { inBody } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { unwrap } from '../../output/shapes';
import { blockedHandleField } from './fields';

export const block: Operation = {
	name: 'Block',
	value: 'block',
	action: 'Block handle',
	description: 'Add a person to your blocklist: their messages are dropped, yours are refused',
	method: 'POST',
	path: '/v3/blocked_handles',
	fields: [blockedHandleField],
	options: [
		countryOption,
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
	output: answerAs(unwrap('blocked_handle')),
};
