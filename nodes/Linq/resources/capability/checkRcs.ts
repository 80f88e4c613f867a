import { readPhoneNumber } from '../../../shared/input/phoneNumber';
import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { addressField, fromOption } from './fields';

export const checkRcs: Operation = {
	name: 'Check RCS',
	value: 'checkRcs',
	action: 'Check whether number has RCS',
	description:
		'Check whether a phone number can be reached by RCS; in a list, each is checked once a run, and Linq allows one check per 10 seconds',
	method: 'POST',
	path: '/v3/capability/check_rcs',
	isQuestion: true,
	fields: [addressField('Phone Number', readPhoneNumber)],
	options: [countryOption, fromOption],
	output: answerAs(),
};
