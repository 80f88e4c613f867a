import { readHandle } from '../../../shared/input/handles';
import { countryOption } from '../../fields/country';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';
import { addressField, fromOption } from './fields';

export const checkIMessage: Operation = {
	name: 'Check iMessage',
	value: 'checkIMessage',
	action: 'Check whether handle has iMessage',
	description:
		'Check whether a phone number or email address can be reached by iMessage; in a list, each is checked once a run, and Linq allows one check per 10 seconds',
	method: 'POST',
	path: '/v3/capability/check_imessage',
	isQuestion: true,
	fields: [addressField('Handle', readHandle)],
	options: [countryOption, fromOption],
	output: answerAs(),
};
