import * as fc from '../../../support/properties.mts';

/** URLs of this machine only, right and wrong ones, so that nothing goes out into the world. */
export const url = fc
	.tuple(
		often('https://', 'http://', 'HTTPS://', 'data:', 'ftp://', ''),
		often('127.0.0.1:1', 'localhost:1', '', '[::1', '127.0.0.1:99999', 'a b'),
		fc.constantFrom('', '/', '/a.png', '/a.mp3', '/%zz.png', '/?version=2025-01-01', '/ü.pdf', '#'),
	)
	.map((pieces) => pieces.join(''));

function often(usual: string, ...others: string[]): fc.Arbitrary<string> {
	return fc.oneof(
		{ weight: 4, arbitrary: fc.constant(usual) },
		{ weight: 1, arbitrary: fc.constantFrom(...others) },
	);
}

/** Values that nobody sends on purpose. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		true,
		false,
		0,
		-1,
		1.5,
		1e308,
		2 ** 53,
		'',
		' ',
		'x',
		'\0',
		'\ud800',
		'__proto__',
		'constructor',
		'2026-13-45T99:00:00Z',
		'+1',
		'%',
		'x'.repeat(10_001),
		[],
		{},
		[[]],
		[null],
		{ length: 1 },
		{ toString: null },
	),
	url,
	fc.jsonValue({ maxDepth: 3 }),
);

type Place = Array<string | number>;

/** Spoils a JSON value in one to three places: takes away, adds, or puts something odd. */
export const spoilt = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
	fc
		.tuple(
			values,
			fc.array(fc.tuple(fc.nat(1_000), fc.constantFrom('put', 'remove', 'add', 'repeat'), odd), {
				minLength: 1,
				maxLength: 3,
			}),
		)
		.map(([value, changes]) =>
			changes.reduce((spoiling, [index, how, what]) => {
				const places = placesOf(spoiling);
				return change(spoiling, places[index % places.length] ?? [], how, what);
			}, structuredClone(value)),
		);

/** Every place in a value; entries of lists several times, since schemas forget most easily there. */
function placesOf(value: unknown, at: Place = []): Place[] {
	if (typeof value !== 'object' || value === null) return [at];
	const isList = Array.isArray(value);
	const entries: Array<[string | number, unknown]> = isList
		? [...value.entries()]
		: Object.entries(value);
	return [
		at,
		...entries.flatMap(([key, inner]) => {
			const place = [...at, key];
			return [...(isList ? [place, place, place, place] : []), ...placesOf(inner, place)];
		}),
	];
}

function change(value: unknown, place: Place, how: string, what: unknown): unknown {
	const [key, ...rest] = place;
	if (key === undefined) return how === 'add' ? extended(value, what) : what;
	if (Array.isArray(value)) {
		const list = [...(value as unknown[])];
		const index = Number(key);
		if (rest.length === 0 && how === 'remove') list.splice(index, 1);
		else if (rest.length === 0 && how === 'repeat') list.push(list[index]);
		else list[index] = change(list[index], rest, how, what);
		return list;
	}
	const { [key]: inner, ...others } = value as Record<string, unknown>;
	if (rest.length === 0 && how === 'remove') return others;
	return { ...others, [key]: change(inner, rest, how, what) };
}

function extended(value: unknown, what: unknown): unknown {
	if (Array.isArray(value)) return [...(value as unknown[]), what];
	if (typeof value === 'object' && value !== null) return { ...value, unheard_of: what };
	return what;
}
