import type { INodeParameters } from 'n8n-workflow';

import { fieldsOf, nodeOperations } from '../../support/drift/fields.mts';
import { NOT_THERE } from '../../support/drift/furniture.mts';
import { samples } from '../../support/drift/samples/index.mts';
import { Stage, type Performance } from '../../support/drift/stage.mts';

/** Fields of all operations, filled as in tests/contract, with numbers as they are dialed in the USA. */
let stage: Stage;

beforeAll(async () => {
	stage = await Stage.open();
});

afterAll(() => stage.close());

const NUMBER = /\+1(\d{3})(\d{3})(\d{4})/g;

/** `+12025550111` → `(202) 555-0111`, wherever it stands. */
const asDialed = (parameters: INodeParameters) =>
	JSON.parse(JSON.stringify(parameters).replace(NUMBER, '($1) $2-$3')) as INodeParameters;

const hasNumber = (parameters: INodeParameters) =>
	JSON.stringify(parameters).match(NUMBER) !== null;

/** The numbers in the requests, in path, query and body. */
const numbersIn = ({ requests }: Performance) =>
	requests.flatMap(({ path, requestBody }) => {
		const query = decodeURIComponent(path);
		return [...query.matchAll(NUMBER), ...requestBody.matchAll(NUMBER)].map(([number]) => number);
	});

const withNumbers = nodeOperations.filter(({ name }) =>
	samples[name]?.(NOT_THERE).some((parameters) => hasNumber(parameters)),
);

test('operations with phone numbers have the option Default Country, and no others', () => {
	const withOption = nodeOperations.filter((one) =>
		fieldsOf(one).some(({ path }) => path === 'options.defaultCountry'),
	);
	expect(withOption.map(({ label }) => label)).toEqual(withNumbers.map(({ label }) => label));
	expect(withOption.length).toBeGreaterThan(20);
});

describe.each(withNumbers.map((one) => [one.label, one] as const))('%s', (_label, one) => {
	const { name, resource, operation } = one;

	/** The numbers that all its samples send. */
	async function sentBy(
		change: (parameters: INodeParameters) => INodeParameters,
		ofCredential?: string,
	): Promise<string[]> {
		const numbers: string[] = [];
		let there = await stage.furnish();
		for (const index of samples[name]?.(NOT_THERE).keys() ?? []) {
			const parameters = samples[name]?.(there)[index] ?? {};
			if (!hasNumber(parameters)) continue;
			const seen = await stage.perform(
				resource.value,
				operation.value,
				change(parameters),
				undefined,
				ofCredential,
			);
			expect(seen.error?.message).toBeUndefined();
			numbers.push(...numbersIn(seen));
			there = await stage.furnish();
		}
		return numbers;
	}

	test('sends numbers as they are dialed in the default country of the credential', async () => {
		const expected = await sentBy((parameters) => parameters);
		expect(expected.length).toBeGreaterThan(0);
		expect(await sentBy(asDialed, 'US')).toEqual(expected);
	});

	test('and in that of the node, which comes first', async () => {
		const withOption = (parameters: INodeParameters) => ({
			...asDialed(parameters),
			options: { ...(asDialed(parameters).options as object), defaultCountry: 'US' },
		});
		expect(await sentBy(withOption, 'DE')).toEqual(await sentBy((parameters) => parameters));
	});
});
