/** The reading of an answer to a question that wants a yes or a no. */
export type Decision = 'approved' | 'refused';

/** The words that count; each can be several words, or an emoji. */
export interface Words {
	approve: string[];
	refuse: string[];
}

/** A yes in the wordings that people text, in a few languages. */
export const APPROVALS = [
	...['yes', 'y', 'ya', 'yah', 'yea', 'yeah', 'yep', 'yup', 'yess', 'aye', 'yes sir', 'yes maam'],
	...[
		'ok',
		'okay',
		'okey',
		'k',
		'kk',
		'sure',
		'sure thing',
		'of course',
		'certainly',
		'absolutely',
	],
	...['definitely', 'correct', 'thats right', 'thats fine', 'fine', 'fine with me', 'good'],
	...['all good', 'sounds good', 'looks good', 'good to go', 'lgtm', 'works for me', 'perfect'],
	...['great', 'go', 'go ahead', 'go for it', 'do it', 'proceed', 'confirm', 'confirmed', 'agreed'],
	...['i agree', 'approve', 'approved', 'i approve', 'accept', 'accepted', 'affirmative', 'deal'],
	...['yes i do', 'yes we do', 'yes it is', 'no problem', 'by all means', 'please do'],
	...['si', 'claro', 'de acuerdo', 'vale', 'oui', 'daccord', 'ja', 'jawohl', 'gerne', 'genehmigt'],
	...['sim', 'certo', 'va bene', 'はい'],
	...['👍', '👌', '✅', '✔', '🙆', '💯', '❤', '🆗', '🫡'],
];

/** A no in the same way. What follows it says why. */
export const REFUSALS = [
	...['no', 'n', 'nope', 'nah', 'nay', 'no way', 'never', 'not', 'dont', 'do not', 'please dont'],
	...['please do not', 'stop', 'cancel', 'reject', 'rejected', 'i reject', 'decline', 'declined'],
	...['i decline', 'deny', 'denied', 'refuse', 'refused', 'disapprove', 'disapproved', 'negative'],
	...['wrong', 'incorrect', 'hell no', 'absolutely not', 'of course not'],
	...['definitely not', 'certainly not', 'i dont agree', 'i disagree', 'id rather not'],
	...[
		'non',
		'nein',
		'nicht',
		'nee',
		'nej',
		'nei',
		'nao',
		'nie',
		'abgelehnt',
		'いいえ',
		'👎',
		'❌',
		'🚫',
		'✖',
		'🙅',
	],
];

/** Words that can accompany a yes without changing it. */
const FILLERS = new Set([
	...['please', 'pls', 'plz', 'thanks', 'thank', 'you', 'thx', 'ty', 'then', 'now', 'it', 'that'],
	...['this', 'for', 'me', 'to', 'with', 'by', 'all', 'means', 'very', 'much', 'so', 'lets'],
	...['🙏', '😊', '🙂', '😀', '😃', '😄', '😁', '🎉', 'por', 'favor', 'bitte', 'danke', 'gracias'],
	...['merci', 'haha', 'lol'],
]);

/**
 * Reads a text as a yes or a no. A yes is one only where nothing else is said, since what follows
 * could take it back ("yes, but not today"), and where nothing is asked ("right?"). A no may be
 * followed by anything.
 *
 * @returns undefined for whatever is neither
 */
export function readDecision(text: string, { approve, refuse }: Words): Decision | undefined {
	const said = tokensOf(text);
	if (said.length === 0) return undefined;
	if (!QUESTION_MARK.test(text.normalize('NFKD')) && isMadeOf(said, phrasesOf(approve))) {
		return 'approved';
	}
	return phrasesOf(refuse).some((phrase) => beginsWith(said, phrase)) ? 'refused' : undefined;
}

/** Whether a text says nothing but one of these phrases. */
export const isOneOf = (text: string, phrases: string[]): boolean => {
	const said = tokensOf(text).join(' ');
	return said !== '' && phrases.some((phrase) => tokensOf(phrase).join(' ') === said);
};

/** In the compatible form of a text, in which ？ and ⁉ are made of the plain sign. */
const QUESTION_MARK = /[?¿؟‽❓❔]/;

const beginsWith = (said: string[], phrase: string[], at = 0) =>
	phrase.every((word, index) => said[at + index] === word);

/** Whether a text consists of phrases, at least one of them, and fillers. */
function isMadeOf(said: string[], phrases: string[][]): boolean {
	let hasPhrase = false;
	for (let at = 0; at < said.length; ) {
		// Longer phrases first: "go ahead" before "go".
		const phrase = phrases.find((candidate) => beginsWith(said, candidate, at));
		if (!phrase && !FILLERS.has(said[at] ?? '')) return false;
		hasPhrase ||= phrase !== undefined;
		at += phrase?.length ?? 1;
	}
	return hasPhrase;
}

const phrasesOf = (words: string[]): string[][] =>
	words
		.map(tokensOf)
		.filter((tokens) => tokens.length > 0)
		.sort((one, other) => other.length - one.length);

/** Variation selectors, skin tones, genders, joiners: an emoji is the same with and without them. */
const EMOJI_VARIANTS = /\u200d[\u2640\u2642]|[\ufe0e\ufe0f\u200d]|[\u{1f3fb}-\u{1f3ff}]/gu;

const EMOJI = /\p{Extended_Pictographic}/gu;

/**
 * Words and emoji in lower case, without accents, apostrophes and punctuation. Only accents in the
 * narrow sense go, and the frame of 1️⃣: elsewhere such marks are vowels and consonants (है, हाँ; か, が).
 */
function tokensOf(text: string): string[] {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(EMOJI_VARIANTS, '')
		.replace(/[\u0300-\u036f\u20e3'’‘`´]/g, '')
		.replace(EMOJI, ' $& ')
		.split(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/u)
		.filter((token) => token !== '');
}
