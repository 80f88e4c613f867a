import * as fc from '../../../support/properties.mts';
import { contractOperations, type Parameter } from '../../../support/contract.mts';
import { odd, spoilt } from './odd.mts';
import { known, valuesOf } from './values.mts';

/** A request as it is to be sent; `<kind:3>` stands for something that exists by then. */
export interface Drawn {
	method: string;
	/** Below `/api/partner`, with its query. */
	path: string;
	headers: Array<[string, string]>;
	/** Undefined: none. */
	body: string | undefined;
}

const JSON_TYPE: Array<[string, string]> = [['Content-Type', 'application/json']];

const contentTypes = fc.constantFrom(
	'application/json; charset=utf-8',
	'APPLICATION/JSON',
	'application/json;;',
	'application/json; charset=',
	'application/jsonp',
	'text/plain',
	'multipart/form-data',
	'application/x-www-form-urlencoded',
	'json',
	'/',
	';',
	'',
	'a/b/c',
	'"',
);

const oddHeaders: fc.Arbitrary<[string, string]> = fc.oneof(
	contentTypes.map((type): [string, string] => ['Content-Type', type]),
	fc.constantFrom<[string, string]>(
		['Idempotency-Key', ''],
		['Idempotency-Key', 'k'.repeat(256)],
		['Idempotency-Key', 'k'.repeat(20_000)],
		['Cookie', 'a=%zz; ;='],
		['Accept', 'text/html'],
		['Accept-Encoding', 'x'],
		['Content-Encoding', 'gzip'],
		['X-Trace-ID', 'mine'],
		['traceparent', '?'],
		['__proto__', 'x'],
		['constructor', 'x'],
		['Upgrade', 'x'],
		['No Name', 'x'],
		['Authorization', 'Basic x'],
		['Authorization', ''],
	),
	fc.string({ maxLength: 12 }).map((value): [string, string] => ['X-Other', value]),
);

const cleanHeaders = fc.oneof(
	{ weight: 12, arbitrary: fc.constant<Array<[string, string]>>([]) },
	{ weight: 1, arbitrary: fc.array(oddHeaders, { maxLength: 2 }) },
);

type Quality = 'valid' | 'nearly';

/** A request of one operation, as the contract describes it. */
function ofOperation(route: string, quality: Quality): fc.Arbitrary<Drawn> {
	const operation = contractOperations.get(route);
	const [method = '', template = ''] = route.split(' ');
	const parameters = operation?.parameters ?? [];
	const of = (place: Parameter['in']) => parameters.filter((parameter) => parameter.in === place);
	const schema = operation?.requestBody?.content['application/json'].schema;
	const body = schema === undefined ? fc.constant(undefined) : valuesOf(schema);
	const drawnBody = quality === 'nearly' && schema !== undefined ? spoilt(body) : body;
	return fc
		.record({
			path: record(of('path'), quality),
			query: record(of('query'), quality),
			own: record(of('header'), quality),
			headers: quality === 'valid' ? fc.constant([]) : cleanHeaders,
			body: drawnBody,
		})
		.map((drawn) => ({
			method,
			path: fill(template, drawn.path) + queryOf(drawn.query),
			headers: [
				...(drawn.body === undefined ? [] : JSON_TYPE),
				...Object.entries(drawn.own).map(([name, value]): [string, string] => [
					name,
					String(value),
				]),
				...drawn.headers,
			],
			body: JSON.stringify(drawn.body) as string | undefined,
		}));
}

function record(parameters: Parameter[], quality: Quality): fc.Arbitrary<Record<string, unknown>> {
	const fields = parameters.map(({ name, schema, in: place }) => {
		const valid = valuesOf(schema, name);
		// An empty segment would make it another path, and header values are drawn elsewhere.
		const oddText = odd.map((value) => String(JSON.stringify(value)));
		const spoiltToo = quality === 'nearly' && place !== 'header';
		const values = spoiltToo ? fc.oneof({ weight: 6, arbitrary: valid }, oddText) : valid;
		return [name, values] as const;
	});
	const requiredKeys = parameters.filter(({ required }) => required).map(({ name }) => name);
	return fc.record(Object.fromEntries(fields), { requiredKeys });
}

const fill = (template: string, values: Record<string, unknown>): string =>
	template.replace(/\{(\w+)\}/g, (_match, name: string) => segment(String(values[name])));

/** Placeholders stay as they are until they are filled in. */
const segment = (value: string): string =>
	/^<\w+:\d+>$/.test(value) ? value : encodeURIComponent(wellFormed(value));

/** Half characters cannot be encoded. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '?');

function queryOf(query: Record<string, unknown>): string {
	const pairs = Object.entries(query).flatMap(([name, value]) =>
		[value].flat().map((one) => `${name}=${segment(String(one))}`),
	);
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const paths = fc.oneof(
	fc.constantFrom(
		'',
		'/',
		'/v3',
		'/v3/',
		'//',
		'/v3/chats/',
		'/v3//chats',
		'/v3/../v3/chats',
		'/v3/chats/%zz',
		'/v3/chats/%',
		'/v3/chats/%C3%28/messages',
		'/v3/chats/%00',
		'/v3/chats/%2F/read',
		'/v3/chats?limit=%zz',
		'/v3/chats?%',
		'/v3/chats?limit=1&limit=2',
		'/v3/chats?limit[]=1',
		'/v3/chats?__proto__=1',
		'/v3/chats#a',
		`/v3/chats/${'x'.repeat(1_001)}`,
		`/v3/chats?cursor=${'x'.repeat(6_000)}`,
		'/v3/nothing',
		'/v3/__proto__',
		'/v2/chats',
	),
	fc
		.array(
			fc.constantFrom(
				'v3',
				'chats',
				'messages',
				'read',
				'..',
				'',
				'%',
				'*',
				':id',
				'é',
				'<chatId:0>',
			),
			{
				maxLength: 5,
			},
		)
		.map((segments) => `/${segments.join('/')}`),
	fc.string({ maxLength: 20 }).map((text) => `/v3/${encodeURI(wellFormed(text))}`),
);

/** Requests that no client of the API sends. */
const absurd: fc.Arbitrary<Drawn> = fc.record({
	method: fc.constantFrom(
		...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE'],
		...['SEARCH', 'QUERY', 'post', 'FOO', 'G{T'],
	),
	path: fc.oneof(
		paths,
		known('chatId').map((chatId) => `/v3/chats/${chatId}/messages`),
	),
	headers: fc.array(oddHeaders, { maxLength: 3 }),
	body: fc.option(
		fc.oneof(
			odd.map((value) => String(JSON.stringify(value))),
			fc.constantFrom('{', '{"message":', '[]', 'null', '\u0000', '{"a":1}{"b":2}', '"x"', '1e999'),
			fc.constantFrom(`${'['.repeat(5_000)}`, `${'['.repeat(5_000)}${']'.repeat(5_000)}`),
			fc.string({ unit: 'binary', maxLength: 30 }),
		),
		{ nil: undefined },
	),
});

/** The most common operations, which have the richest bodies. */
const SENDS = ['POST /v3/chats', 'POST /v3/chats/{chatId}/messages', 'POST /v3/messages'];

const ofAny = (quality: Quality): fc.Arbitrary<Drawn> =>
	fc.oneof(
		...[...contractOperations.keys()].map((route) => ({
			weight: SENDS.includes(route) ? 8 : 1,
			arbitrary: ofOperation(route, quality),
		})),
	);

/** Any request to the API: valid, nearly valid, or absurd. */
export const requests: fc.Arbitrary<Drawn> = fc.oneof(
	{ weight: 5, arbitrary: ofAny('valid') },
	{ weight: 4, arbitrary: ofAny('nearly') },
	{ weight: 1, arbitrary: absurd },
);
