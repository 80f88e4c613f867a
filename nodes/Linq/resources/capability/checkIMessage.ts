import { readHandle } from '../../../shared/input/handles';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { addressField, fromOption } from './fields';

export const checkIMessage: Operation = {
	name: 'Check iMessage',
	value: 'checkIMessage',
	action: 'Check whether handle has iMessage',
	description:
		'Check whether a phone number or email address can be reached by iMessage; one check per 10 seconds at most',
	method: 'POST',
	path: '/v3/capability/check_imessage',
	fields: [addressField('Handle', readHandle)],
	options: [fromOption],
	output: answerAs(),
};
