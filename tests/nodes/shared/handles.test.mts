import {
	readHandle,
	readHandles,
	readPhoneNumber,
} from '../../../nodes/shared/input/handles.ts';

test.each([
	['+14155550123', '+14155550123'],
	[' +1 (415) 555-0123 ', '+14155550123'],
	['+49.30/1234567', '+49301234567'],
	['ada@example.com', 'ada@example.com'],
])('reads %j', (entered, handle) => {
	expect(readHandle(entered, 'To')).toBe(handle);
});

test.each(['4155550123', '+0155550123', '+1415555012345678', 'Ada', 'ada@', '+1415x'])(
	'refuses %j',
	(entered) => {
		expect(() => readHandle(entered, 'To')).toThrow(`To is not a valid phone number: "${entered}"`);
	},
);

test('an email address is no phone number', () => {
	expect(() => readPhoneNumber('ada@example.com', 'From')).toThrow(
		'From is not a valid phone number',
	);
});

test('reads several recipients in the forms users have them, each once', () => {
	const both = ['+14155550123', 'ada@example.com'];
	expect(readHandles('+14155550123, ada@example.com', 'To')).toEqual(both);
	expect(readHandles('+1 415 555 0123\nada@example.com;\n', 'To')).toEqual(both);
	expect(readHandles([...both, '+14155550123'], 'To')).toEqual(both);
});

test('refuses no recipient and too many', () => {
	expect(() => readHandles(undefined, 'To')).toThrow('To is empty');
	expect(() => readHandles(' , ', 'To')).toThrow('To is empty');
	const many = Array.from({ length: 32 }, (_, i) => `+1415555${String(i).padStart(4, '0')}`);
	expect(readHandles(many.slice(1), 'To')).toHaveLength(31);
	expect(() => readHandles(many, 'To')).toThrow('To has 32 recipients');
});
