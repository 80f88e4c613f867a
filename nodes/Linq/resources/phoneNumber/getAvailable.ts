import { readHandles, readPhoneNumbers } from '../../../shared/input/handles';
import { countryOption } from '../../fields/country';
import { inQuery } from '../../fields/routing';
import type { Operation } from '../../operation';
import { answerAs } from '../../output/answers';

export const getAvailable: Operation = {
	name: 'Get Available',
	value: 'getAvailable',
	action: 'Get available phone number',
	description: 'Get the line that Linq suggests to send from, with its contact card file',
	method: 'GET',
	path: '/v3/available_number',
	options: [
		countryOption,
		{
			displayName: 'Lines to Avoid',
			name: 'excludeFrom',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description:
				'Lines that Linq must not suggest, separated by commas. Linq refuses the request if no line is left.',
			...inQuery('exclude_from'),
			read: readPhoneNumbers,
		},
		{
			displayName: 'Line Type',
			name: 'lineType',
			type: 'options',
			options: [
				{ name: 'iMessage', value: 'iMessage' },
				{ name: 'RCS', value: 'RCS' },
			],
			default: 'iMessage',
			description: 'The type of line to suggest; RCS lines are Android lines',
			...inQuery('type'),
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550123',
			description: 'The recipients, separated by commas',
			...inQuery('to'),
			read: readHandles,
		},
	],
	output: answerAs(),
};
