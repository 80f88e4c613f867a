import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { addressField, fromOption } from './fields';
import { readPhoneNumber } from '../../../shared/input/phoneNumber';

export const checkRcs: Operation = {
	name: 'Check RCS',
	value: 'checkRcs',
	action: 'Check whether number has RCS',
	description: 'Whether a phone number can be reached by RCS; at most one check in 10 seconds',
	method: 'POST',
	path: '/v3/capability/check_rcs',
	fields: [addressField('Phone Number', readPhoneNumber)],
	options: [fromOption],
	output: answerAs(),
};
