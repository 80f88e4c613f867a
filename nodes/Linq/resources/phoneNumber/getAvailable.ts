import type { Operation } from '../../operation';
import { inQuery } from '../../fields/routing';
import { answerAs } from '../../output/answers';
import { readHandles, readPhoneNumbers } from '../../../shared/input/handles';

export const getAvailable: Operation = {
	name: 'Get Available',
	value: 'getAvailable',
	action: 'Get available phone number',
	description: 'Let Linq suggest the line to send from, with a contact card file for it',
	method: 'GET',
	path: '/v3/available_number',
	options: [
		{
			displayName: 'Lines to Avoid',
			name: 'excludeFrom',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550100',
			description: 'Your lines that Linq must not suggest, separated by commas',
			...inQuery('exclude_from'),
			read: readPhoneNumbers,
		},
		{
			displayName: 'Service',
			name: 'service',
			type: 'options',
			options: [
				{ name: 'iMessage', value: 'iMessage' },
				{ name: 'RCS', value: 'RCS' },
			],
			default: 'iMessage',
			description: 'Only lines that can send by this service',
			...inQuery('type'),
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '',
			placeholder: 'e.g. +14155550123',
			description: 'Whom you want to write to; several separated by commas',
			...inQuery('to'),
			read: readHandles,
		},
	],
	output: answerAs(),
};
