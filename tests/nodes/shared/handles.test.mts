import { InvalidInput } from '../../../nodes/shared/errors/invalidInput.ts';
import {
	readHandle,
	readHandles,
	readPhoneNumbers,
	readSender,
} from '../../../nodes/shared/input/handles.ts';
import { readPhoneNumber } from '../../../nodes/shared/input/phoneNumber.ts';

test.each([
	['+14155550123', '+14155550123'],
	[' +1 (415) 555-0123 ', '+14155550123'],
	['+49.30/1234567', '+49301234567'],
	['ada@example.com', 'ada@example.com'],
])('reads %j', (entered, handle) => {
	expect(readHandle(entered, 'To')).toBe(handle);
});

test.each(['4155550123', '+0155550123', '000155550123', 'Ada', 'ada@', '+1415x', '+', '1'])(
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
	['+57 (0)301 1234567', '+573011234567'],
	['0057 (0)301 1234567', '+573011234567'],
	['+39 06 6982 1234', '+390669821234'],
	['\u202a+1\u00a0415\u2011555\u20110123\u202c', '+14155550123'],
	['\u200e+1 (415) 555–0123\u200f', '+14155550123'],
	['+1\u2212415\u2212555\u22120123', '+14155550123'],
	['\uff0b\uff11\uff14\uff11\uff15\uff15\uff15\uff15\uff10\uff11\uff12\uff13', '+14155550123'],
	['\u2068ada@example.com\u2069', 'ada@example.com'],
	['+44 020 7946 0958', '+442079460958'],
	['+1 (1) 415 555 0123', '+14155550123'],
	['(+49) 171 1234567', '+491711234567'],
	['0049 171 1234567', '+491711234567'],
	['00 (49) 171/1234567', '+491711234567'],
	["'+49 171 1234567", '+491711234567'],
	['\u2019+49 171 1234567', '+491711234567'],
	['+\u0664\u0669\u0661\u0667\u0661\u0661\u0662\u0663\u0664\u0665\u0666\u0667', '+491711234567'],
	['+\u06f4\u06f9\u06f1\u06f7\u06f1\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7', '+491711234567'],
	['+1\u2003415\u2009555\u202f0123', '+14155550123'],
	['+1~415~555~0123', '+14155550123'],
	['tel:+1-201-555-0123', '+12015550123'],
	['TEL:+1-201-555-0123;phone-context=example.com', '+12015550123'],
	['tel:201-555-0123;phone-context=+1', '+12015550123'],
	['tel://+12015550123', '+12015550123'],
	['whatsapp:+12015550123', '+12015550123'],
	['sms:+12015550123?body=Hi%20there', '+12015550123'],
	['sms:+12015550123&body=Hi', '+12015550123'],
	['imessage:+12015550123', '+12015550123'],
	['iMessage:ada@example.com', 'ada@example.com'],
	['12015550123@s.whatsapp.net', '12015550123@s.whatsapp.net'],
])('reads %j, as people write and copy it', (entered, handle) => {
	expect(readHandle(entered, 'To')).toBe(handle);
});

test.each([
	['+1202', 'To is too short for a number of +1: "+1202"'],
	['+1 202 555 01', 'To is too short for a number of +1: "+1 202 555 01"'],
	['+1415555012345678', 'To is too long for a number of +1: "+1415555012345678"'],
	['+44 20 7946 09581', 'To is too long for a number of +44: "+44 20 7946 09581"'],
	['+44 207946 09', 'To has an impossible length for a number of +44: "+44 207946 09"'],
	['+999 12345678', 'To does not begin with a country code: "+999 12345678"'],
])('refuses %j, which is nobody’s number', (entered, message) => {
	expect(() => readHandle(entered, 'To')).toThrow(message);
});

test('says how long a number must be', () => {
	const refused = () => readPhoneNumber('+44 20 7946 09581', 'To');
	expect(refused).toThrow(InvalidInput);
	expect(refused).toThrow(
		hint('After +44 there are 7, 9 or 10 digits, e.g. +44 7400 123456; this number has 11.'),
	);
});

test.each([
	['+1 415 555 0123 ext. 4', 'To has an extension: "+1 415 555 0123 ext. 4"'],
	['+1 415 555 0123 x4', 'To has an extension: "+1 415 555 0123 x4"'],
	['+1 415 555 0123 #4', 'To has an extension: "+1 415 555 0123 #4"'],
	['+7 495 123-45-67 \u0434\u043e\u0431. 5', 'To has an extension'],
	['tel:+1-415-555-0123;ext=4', 'To has an extension: "tel:+1-415-555-0123;ext=4"'],
	['+14155550123;ext=4', 'To has an extension: "+14155550123;ext=4"'],
	['12345', 'To is a short code, not a phone number: "12345"'],
	['123-456', 'To is a short code, not a phone number: "123-456"'],
	['4.91512E+12', 'To is a number that a spreadsheet has rounded: "4.91512E+12"'],
	['4,91512e12', 'To is a number that a spreadsheet has rounded: "4,91512e12"'],
	[`+1${'4'.repeat(300)}`, 'To is not a valid phone number: "+1444'],
	[`+1415${' '.repeat(300)}5550123`, 'To is not a valid phone number: "+1415   '],
	['+', 'To is not a valid phone number'],
	[{ number: 1 }, 'To is not a valid phone number: "[object Object]"'],
	['tel:', 'To is empty: "tel:"'],
	['tel:+12015550123;a b', 'To is not a valid phone number'],
	['+1 201 555 0123 +1 201 555 0124', 'To is not a valid phone number'],
])('refuses %j with a reason', (entered, message) => {
	expect(() => readHandle(entered, 'To')).toThrow(message);
});

test('names the setting with which numbers without a country code can be read', () => {
	expect(() => readPhoneNumber('0171 1234567', 'To')).toThrow(
		hint(
			'Write it with + and country code, e.g. +14155550123. For numbers without country code, choose a Default Country in the credential or under Options.',
		),
	);
});

const hint = (text: string) => expect.objectContaining({ hint: text }) as unknown as Error;

test('an email address is no phone number', () => {
	expect(() => readPhoneNumber('ada@example.com', 'From')).toThrow(
		'From is not a valid phone number',
	);
});

describe('with a default country', () => {
	test.each<[string, unknown, string]>([
		['US', '(415) 555-0123', '+14155550123'],
		['US', 4155550123, '+14155550123'],
		['US', 14155550123, '+14155550123'],
		['US', '1-415-555-0123', '+14155550123'],
		['US', '011 49 171 1234567', '+491711234567'],
		['US', '0049 171 1234567', '+491711234567'],
		['US', 'tel:4155550123', '+14155550123'],
		['AU', '0011 49 171 1234567', '+491711234567'],
		['AU', '0412 345 678', '+61412345678'],
		['DE', '0171 1234567', '+491711234567'],
		['DE', '(0171) 123 45 67', '+491711234567'],
		['DE', '0171/1234567', '+491711234567'],
		['DE', 1711234567, '+491711234567'],
		['FR', 33612345678, '+33612345678'],
		['DE', "'0171 1234567", '+491711234567'],
		['DE', '+1 415 555 0123', '+14155550123'],
		['DE', '001 415 555 0123', '+14155550123'],
		['FR', '06 12 34 56 78', '+33612345678'],
		['FR', '+33 (0)6 12 34 56 78', '+33612345678'],
		['GB', '020 7946 0958', '+442079460958'],
		['GB', '07400 123456', '+447400123456'],
		['IT', '06 6982 1234', '+390669821234'],
		['RU', '8 (912) 345-67-89', '+79123456789'],
		['HU', '06 20 123 4567', '+36201234567'],
		['MX', '222 123 4567', '+522221234567'],
		['AR', '011 15-2345-6789', '+5491123456789'],
		['BR', '0 15 11 96123-4567', '+5511961234567'],
		['BR', '(11) 96123-4567', '+5511961234567'],
		['EG', '\u0660\u0661\u0660\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667', '+201001234567'],
		['IN', '98765 43210', '+919876543210'],
		['IN', '9112345678', '+919112345678'],
		['IN', '000 800 100 1234', '+910008001001234'],
		['US', '+1 123 456 7890', '+11234567890'],
		['ID', 6281234567890, '+6281234567890'],
		['JP', '\uff10\uff19\uff10-1234-5678', '+819012345678'],
		['JP', '010 49 171 1234567', '+491711234567'],
		['JP', '0049 171 1234567', '+491711234567'],
		['JP', '00777 12345', '+810077712345'],
		['TJ', '00 712 3456', '+992007123456'],
	])('of %s %j is %s', (country, entered, expected) => {
		expect(readPhoneNumber(entered, 'To', { country })).toBe(expected);
	});

	test.each([
		['DE', '0171', 'To is a short code, not a phone number: "0171"', /e\.g\. \+49 1512 3456789\.$/],
		[
			'DE',
			'0171 12345678901234',
			'To is not a phone number of the Default Country, Germany',
			/e\.g\. \+49 1512 3456789\. /,
		],
		[
			'US',
			'555-0123',
			'To is not a phone number of the Default Country, United States',
			/e\.g\. \+1 201 555 0123\. /,
		],
		[
			'US',
			'312-3456',
			'To is not a phone number of the Default Country, United States',
			/other countries need \+ and country code/,
		],
		[
			'US',
			'0171 1234567',
			'To is not a phone number of the Default Country, United States',
			/as it is dialed there/,
		],
		[
			'US',
			'447400123456',
			'To is not a phone number of the Default Country, United States',
			/other countries need \+ and country code/,
		],
		['US', '(415) 555-0123 x5', 'To has an extension', /e\.g\. \+1 201 555 0123\.$/],
		['US', '12345', 'To is a short code, not a phone number: "12345"', /short codes/],
		['DE', 'Ada', 'To is not a valid phone number: "Ada"', /e\.g\. \+49 1512 3456789\.$/],
		['DE', '49 1512 3456789', 'To can be read in two ways', /\+494915123456789 or \+4915123456789/],
		['ID', 62812345678, 'To can be read in two ways', /\+6262812345678 or \+62812345678/],
		[
			'SG',
			'0043 664 123456',
			'To can be read in two ways',
			/it can be \+3664123456 or \+43664123456/,
		],
	])('of %s %j is refused', (country, entered, message, way) => {
		const refused = () => readPhoneNumber(entered, 'To', { country });
		expect(refused).toThrow(message);
		expect(refused).toThrow(hint(expect.stringMatching(way) as string));
	});

	test('email addresses are as they were', () => {
		expect(readHandle('ada@example.com', 'To', { country: 'DE' })).toBe('ada@example.com');
	});

	test('several are read alike, and count once', () => {
		const mixed =
			'0171 1234567, +49 171 1234567;tel:0171-1234567;phone-context=+49\uff0cada@example.com';
		expect(readHandles(mixed, 'To', { country: 'DE' })).toEqual([
			'+491711234567',
			'ada@example.com',
		]);
		expect(readPhoneNumbers([1711234567, '0172 1234567'], 'Lines', { country: 'DE' })).toEqual([
			'+491711234567',
			'+491721234567',
		]);
	});
});

describe('a sender on a blocklist', () => {
	test.each<[unknown, string | undefined, string]>([
		['12345', 'US', '12345'],
		['12345', 'NO', '12345'],
		['12345678', 'US', '12345678'],
		['20123456', 'DK', '+4520123456'],
		['20123456', undefined, '20123456'],
		['4155550123', undefined, '4155550123'],
		['4155550123', 'US', '+14155550123'],
		['(415) 555-0123', 'US', '+14155550123'],
		['+1 (415) 555-0123', undefined, '+14155550123'],
		['001 415 555 0123', undefined, '+14155550123'],
		['tel:+1-415-555-0123', undefined, '+14155550123'],
		['ACME', 'US', 'ACME'],
		['Ava@example.com', 'US', 'Ava@example.com'],
	])('%j with the country %s is %s', (entered, country, expected) => {
		expect(readSender(entered, 'Handle', { country })).toBe(expected);
	});

	test.each(['', '+1415', '00999 1234567'])('%j is refused', (entered) => {
		expect(() => readSender(entered, 'Handle')).toThrow(InvalidInput);
	});
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
