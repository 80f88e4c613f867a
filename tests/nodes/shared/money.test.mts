import * as fc from '../../support/properties.mts';

import { InvalidInput } from '../../../nodes/shared/errors/invalidInput.ts';
import { amountIn, readAmount, readCurrency } from '../../../nodes/shared/money.ts';

const read = (value: unknown, currency = 'usd', least = 1) =>
	readAmount(value, 'Amount', currency, least);

test.each<[unknown, string, number]>([
	['19.99', 'usd', 1999],
	[19.99, 'USD', 1999],
	[' 19.9 ', 'usd', 1990],
	['19.990', 'usd', 1999],
	[0.1 + 0.2, 'usd', 30],
	[19.99 * 3, 'usd', 5997],
	[1.1 * 1.1 - 0.21, 'usd', 100],
	['1.15', 'usd', 115],
	[4.35, 'usd', 435],
	[20, 'usd', 2000],
	['90071992547409.91', 'usd', 9007199254740991],
	[500, 'jpy', 500],
	['500.00', 'jpy', 500],
	['1.234', 'kwd', 1234],
	// To Intl these have no decimals.
	['2000', 'huf', 200000],
	['19.99', 'cop', 1999],
])('%p %s are %i of the smallest unit', (value, currency, expected) => {
	expect(read(value, currency)).toBe(expected);
});

test.each<[unknown, string, string]>([
	['', 'usd', 'Amount is empty'],
	[undefined, 'usd', 'Amount is empty'],
	[19.999, 'usd', 'Amount has more decimals than USD has: "19.999"'],
	['19.999', 'usd', 'Amount has more decimals than USD has: "19.999"'],
	['0.5', 'jpy', 'Amount has more decimals than JPY has: "0.5"'],
	[-5, 'usd', 'Amount is not an amount: "-5"'],
	['-5', 'usd', 'Amount is not an amount: "-5"'],
	['19,99', 'usd', 'Amount is not an amount: "19,99"'],
	['1,234.50', 'usd', 'Amount is not an amount: "1,234.50"'],
	['$5', 'usd', 'Amount is not an amount: "$5"'],
	['5.', 'usd', 'Amount is not an amount: "5."'],
	[NaN, 'usd', 'Amount is not an amount: "NaN"'],
	[1e21, 'usd', 'Amount is not an amount: "1e+21"'],
	['90071992547409.92', 'usd', 'Amount is too large: 90071992547409.92 USD'],
	[0, 'usd', 'Amount is too small: 0 USD'],
])('%p %s are refused', (value, currency, message) => {
	expect(() => read(value, currency)).toThrow(
		new InvalidInput(message, expect.anything() as never),
	);
});

test('the least is told in the currency', () => {
	let refusal: unknown;
	try {
		read('0.49', 'usd', 50);
	} catch (error) {
		refusal = error;
	}
	expect((refusal as InvalidInput).hint).toContain('at least 0.50 USD');
});

test('amounts from the output can be entered unchanged', () => {
	const currency = fc.constantFrom('usd', 'jpy', 'kwd', 'huf', 'clf');
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 10 ** 13 }), currency, (amount, code) => {
			expect(read(amountIn(code, amount), code)).toBe(amount);
			expect(read(String(amountIn(code, amount)), code)).toBe(amount);
		}),
	);
});

test.each([
	['USD', 'usd'],
	[' eur ', 'eur'],
])('the currency %p is %s', (value, expected) => {
	expect(readCurrency(value, 'Currency')).toBe(expected);
});

test.each(['', undefined, 'dollar', '$'])('%p is no currency', (value) => {
	expect(() => readCurrency(value, 'Currency')).toThrow(InvalidInput);
});
