import * as fc from '../../../support/properties.mts';

import { APPROVALS, isOneOf, readDecision, REFUSALS } from '../../../../nodes/Linq/wait/words.ts';

const usual = { approve: APPROVALS, refuse: REFUSALS };

test.each([
	'yes',
	'Yes!',
	'YES PLEASE',
	'Yes, go ahead.',
	'yep 👍🏽',
	'ok',
	'Okay, thanks!',
	'Sure thing',
	'sounds good to me',
	'That’s fine',
	"that's right",
	'Sí',
	'Oui, d’accord',
	'ja bitte',
	'👍',
	'👍👍',
	'❤️',
	'✅ approved',
	'yes yes yes',
	'no problem',
	'lgtm',
	'🙆🏽‍♀️',
	'\u200fyes\u200f',
	'  yes\n',
])('%s approves', (text) => {
	expect(readDecision(text, usual)).toBe('approved');
});

test.each([
	'no',
	'No.',
	'NOPE',
	'no, use 3+3 instead',
	'no thanks',
	'No way!',
	'not today',
	'don’t do it',
	'do not send it',
	'please don’t',
	'Stop',
	'cancel that',
	'of course not',
	'nein danke',
	'👎🏿',
	'❌ too expensive',
	'no problem, but tomorrow',
	'no problem?',
	'not sure',
	'nej tack',
	'nö',
	'🙅‍♂️',
])('%s refuses', (text) => {
	expect(readDecision(text, usual)).toBe('refused');
});

test.each([
	'',
	'...',
	'Who is this?',
	'yes, but not today',
	'yes if Ben agrees',
	'yes and no',
	'ok?',
	'right?',
	'yes?',
	'yes⁉️',
	'ok ❓',
	'yeah, right',
	'yes no',
	'👍👎',
	'I know',
	'nothing yet',
	'note that',
	'yesterday',
	'okra',
	'please',
	'thanks',
	'😂',
	'how about 3+3',
	'I said no',
])('%s is neither', (text) => {
	expect(readDecision(text, usual)).toBeUndefined();
});

test('words of one’s own take the place of the usual ones', () => {
	const own = { approve: ['Ship it', '🚀'], refuse: ['hold it'] };
	expect(readDecision('ship it please', own)).toBe('approved');
	expect(readDecision('🚀', own)).toBe('approved');
	expect(readDecision('Hold it: the price is wrong', own)).toBe('refused');
	expect(readDecision('yes', own)).toBeUndefined();
	expect(readDecision('no', own)).toBeUndefined();
	expect(readDecision('anything', { approve: ['', '!'], refuse: [' '] })).toBeUndefined();
});

test('no refusal becomes an approval, whatever is said besides', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...REFUSALS),
			fc.array(fc.constantFrom(...APPROVALS, 'please', ',', '!', '👍')),
			fc.array(fc.constantFrom(...APPROVALS, 'please', ',', '!')),
			(no, before, after) => {
				const text = [...before, no, ...after].join(' ');
				expect(isPhrase(text) || readDecision(text, usual) !== 'approved').toBe(true);
			},
		),
	);
	/** "no problem" is a yes that begins with a no. */
	function isPhrase(text: string) {
		return /no\W+problem/.test(text);
	}
});

test('texts are compared without case, accents, signs and shades of an emoji', () => {
	expect(isOneOf('  thursday 7 PM!', ['Thursday, 7 pm'])).toBe(true);
	expect(isOneOf('Jose', ['José'])).toBe(true);
	expect(isOneOf('Thursday', ['Thursday, 7 pm'])).toBe(false);
	expect(isOneOf('', ['', '!'])).toBe(false);
});

test('marks that are letters of their own tell words apart', () => {
	const own = { approve: ['हाँ', 'が'], refuse: ['नहीं'] };
	expect(readDecision('हाँ', own)).toBe('approved');
	expect(readDecision('नहीं', own)).toBe('refused');
	for (const other of ['है', 'हो', 'か']) expect(readDecision(other, own)).toBeUndefined();
	expect(isOneOf('1️⃣', ['1'])).toBe(true);
});

test('the largest text that a delivery can hold is read without holding up n8n', () => {
	// With work that grows with its square, this outlasts the test's time many times over.
	expect(readDecision('y '.repeat(500_000), usual)).toBe('approved');
});
