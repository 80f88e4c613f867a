import { InvalidInput } from './errors/invalidInput';
import { CHECK_EXPRESSION, quote } from './input/text';

/**
 * Digits behind the decimal point, for currencies that do not have two (ISO 4217). `Intl` does not
 * say: for forints or rupiahs, for example, Node.js has none, because nobody pays with such coins, but
 * amounts are counted in hundredths all the same.
 */
const DIGITS: Record<number, string> = {
	0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
	3: 'BHD IQD JOD KWD LYD OMR TND',
	4: 'CLF UYW',
};

const USUAL_DIGITS = 2;

const byCurrency = new Map(
	Object.entries(DIGITS).flatMap(([digits, codes]) =>
		codes.split(' ').map((code) => [code, Number(digits)]),
	),
);

const digitsOf = (currency: string) => byCurrency.get(currency.toUpperCase()) ?? USUAL_DIGITS;

/** Digits that a JavaScript number carries for certain; what it has behind them is rounding. */
const CERTAIN_DIGITS = 15;

/**
 * The three letters of a currency, as Linq writes them.
 *
 * @returns e.g. `usd`
 * @throws InvalidInput for anything else
 */
export function readCurrency(value: unknown, label: string): string {
	const code = String(value ?? '').trim();
	if (/^[a-z]{3}$/i.test(code)) return code.toLowerCase();
	throw new InvalidInput(
		code === '' ? `${label} is empty` : `${label} is not a currency: ${quote(code)}`,
		`Enter its three letters, e.g. usd. ${CHECK_EXPRESSION}`,
	);
}

/**
 * An amount as people write it, in the smallest unit of its currency.
 *
 * @param value e.g. `19.99`, as a text or a number
 * @param currency three letters
 * @param least in the smallest unit
 * @returns e.g. 1999 for dollars
 * @throws InvalidInput for what is no amount, has more decimals than the currency, or is too small
 */
export function readAmount(value: unknown, label: string, currency: string, least: number): number {
	const code = currency.toUpperCase();
	const text = decimalText(value);
	const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	if (whole === undefined) {
		throw new InvalidInput(
			text === '' ? `${label} is empty` : `${label} is not an amount: ${quote(text)}`,
			`Enter digits, and a point before the decimals, e.g. 19.99. ${CHECK_EXPRESSION}`,
		);
	}
	const digits = digitsOf(code);
	const counted = decimals.replace(/0+$/, '');
	if (counted.length > digits) {
		throw new InvalidInput(
			`${label} has more decimals than ${code} has: ${quote(text)}`,
			digits === 0
				? `${code} has no decimals: enter a whole number.`
				: `Enter at most ${digits} decimals. In an expression, round it: .toFixed(${digits}).`,
		);
	}
	const amount = Number(whole + counted.padEnd(digits, '0'));
	if (amount >= least && Number.isSafeInteger(amount)) return amount;
	throw new InvalidInput(
		`${label} is ${amount < least ? 'too small' : 'too large'}: ${text} ${code}`,
		`Enter at least ${(least / 10 ** digits).toFixed(digits)} ${code}. Amounts are in ${code}, not in its smallest unit.`,
	);
}

/**
 * The amount that Linq gives in the smallest unit, as people write it and as the fields take it.
 *
 * @returns e.g. 19.99 for 1999 and `usd`; null where Linq says no amount, or not in which currency
 */
export const amountIn = (currency: unknown, amount: unknown): number | null =>
	typeof currency === 'string' && typeof amount === 'number'
		? amount / 10 ** digitsOf(currency)
		: null;

/** 0.1 + 0.2 is 0.30000000000000004 to JavaScript, and 0.3 to whoever wrote it. */
function decimalText(value: unknown): string {
	if (typeof value !== 'number') return String(value ?? '').trim();
	return String(Number(value.toPrecision(CERTAIN_DIGITS)));
}
