import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { addressField, fromOption } from './fields';

export const checkRcs: Operation = {
	name: 'Check RCS',
	value: 'checkRcs',
	action: 'Check whether number has RCS',
	description:
		'Check whether a phone number can be reached by RCS; one check per 10 seconds at most',
	method: 'POST',
	path: '/v3/capability/check_rcs',
	fields: [addressField('Phone Number', readPhoneNumber)],
	options: [fromOption],
	output: answerAs(),
};
