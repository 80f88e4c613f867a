import { InvalidInput } from '../../../nodes/shared/errors/invalidInput.ts';
import { readHandle, readHandles } from '../../../nodes/shared/input/handles.ts';
import { readPhoneNumber } from '../../../nodes/shared/input/phoneNumber.ts';

test.each([
	['+14155550123', '+14155550123'],
	[' +1 (415) 555-0123 ', '+14155550123'],
	['+49.30/1234567', '+49301234567'],
	['ada@example.com', 'ada@example.com'],
])('reads %j', (entered, handle) => {
	expect(readHandle(entered, 'To')).toBe(handle);
});

test.each(['4155550123', '+0155550123', 'Ada', 'ada@', '+1415x', '+', '+1 415 555 0123 ext. 4'])(
	'refuses %j',
	(entered) => {
		expect(() => readHandle(entered, 'To')).toThrow(`To is not a valid phone number: "${entered}"`);
	},
);

test.each([
	['+44 (0)20 7946 0958', '+442079460958'],
	['+49 (0) 171 1234567', '+491711234567'],
	['+44(0)2079460958', '+442079460958'],
	['+353 (0)1 679 0000', '+35316790000'],
	['+39 (0)6 6982 1234', '+390669821234'],
	['+39 06 6982 1234', '+390669821234'],
	['\u202a+1\u00a0415\u2011555\u20110123\u202c', '+14155550123'],
	['\u200e+1 (415) 555–0123\u200f', '+14155550123'],
	['+1\u2212415\u2212555\u22120123', '+14155550123'],
	['\uff0b\uff11\uff14\uff11\uff15\uff15\uff15\uff15\uff10\uff11\uff12\uff13', '+14155550123'],
	['\u2068ada@example.com\u2069', 'ada@example.com'],
])('reads %j, as people write and copy it', (entered, handle) => {
	expect(readHandle(entered, 'To')).toBe(handle);
});

test.each([
	['+1202', 'To is too short for a number of +1: "+1202"'],
	['+1 202 555 01', 'To is too short for a number of +1: "+1 202 555 01"'],
	['+1415555012345678', 'To is too long for a number of +1: "+1415555012345678"'],
	['+44 020 7946 0958', 'To is too long for a number of +44: "+44 020 7946 0958"'],
	['+44 207946 09', 'To has an impossible length for a number of +44: "+44 207946 09"'],
	['+999 12345678', 'To does not begin with a country code: "+999 12345678"'],
])('refuses %j, which is nobody’s number', (entered, message) => {
	expect(() => readHandle(entered, 'To')).toThrow(message);
});

test('says how long a number must be', () => {
	const refused = () => readPhoneNumber('+44 020 7946 0958', 'To');
	expect(refused).toThrow(InvalidInput);
	expect(refused).toThrow(
		hint(
			'After +44 there are 7, 9 or 10 digits; this number has 11. Leave out the 0 that is dialed within the country.',
		),
	);
});

const hint = (text: string) => expect.objectContaining({ hint: text }) as unknown as Error;

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
