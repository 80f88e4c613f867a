import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { addressField, fromOption } from './fields';
import { readHandle } from '../../../shared/input/handles';

export const checkIMessage: Operation = {
	name: 'Check iMessage',
	value: 'checkIMessage',
	action: 'Check whether handle has iMessage',
	description:
		'Whether a phone number or email address can be reached by iMessage; at most one check in 10 seconds',
	method: 'POST',
	path: '/v3/capability/check_imessage',
	fields: [addressField('Handle', readHandle)],
	options: [fromOption],
	output: answerAs(),
};
