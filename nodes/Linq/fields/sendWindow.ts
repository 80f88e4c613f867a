import type { INodeProperties } from 'n8n-workflow';

import type { Field } from '../operation';

/** The values of the option when it is added. */
export const WINDOW_PRESET = {
	days: [1, 2, 3, 4, 5],
	from: '09:00',
	until: '20:00',
	timeZone: '',
	ifOutside: 'output',
};

const { from, until, timeZone, ifOutside } = WINDOW_PRESET;

/** Days of the week as Luxon counts them. */
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const daysField: INodeProperties = {
	displayName: 'Days',
	name: 'days',
	type: 'multiOptions',
	options: DAYS.map((name, index) => ({ name, value: index + 1 })),
	default: [1, 2, 3, 4, 5],
	description: 'On which days the window opens',
};

const fromField: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'string',
	default: from,
	placeholder: 'e.g. 09:00',
	description: 'When the window opens',
};

const untilField: INodeProperties = {
	displayName: 'Until',
	name: 'until',
	type: 'string',
	default: until,
	placeholder: 'e.g. 20:00',
	description: 'When it closes; at a time before From, on the next day',
};

const timeZoneField: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: timeZone,
	placeholder: 'e.g. America/New_York',
	description:
		'Whose clock counts; an expression can give each recipient their own. When empty, it is the time zone of the workflow.',
};

const ifOutsideField: INodeProperties = {
	displayName: 'If Outside',
	name: 'ifOutside',
	type: 'options',
	options: [
		{
			name: 'Output an Item',
			value: 'output',
			description: 'Goes on at once; a Wait node can use send_after',
		},
		{
			name: 'Wait',
			value: 'wait',
			description: 'Waits if the window opens within Max Wait, else outputs an item',
		},
	],
	default: ifOutside,
};

/** When messages may be sent; send/window reads it. */
export const sendWindowOption: Field = {
	displayName: 'Send Window',
	name: 'sendWindow',
	type: 'fixedCollection',
	placeholder: 'Add Window',
	default: { window: WINDOW_PRESET },
	description:
		'When messages may be sent, e.g. not at night. Outside of it, the item comes out with the outcome outside_window, and send_after says when the window opens.',
	options: [
		{
			displayName: 'Window',
			name: 'window',
			values: [daysField, fromField, untilField, timeZoneField, ifOutsideField],
		},
	],
};
