import type { IDataObject } from 'n8n-workflow';

import { LinqCredentialsHelper } from '../../support/engine/credentials.mts';
import { activate, callHook, callWebhook } from '../../support/engine/trigger.mts';
import type { Setup } from '../../support/engine/workflow.mts';
import { seeded } from '../../support/linq.mts';
import { useTrigger } from '../../support/trigger.mts';

const { trigger, dashboard, textIn, lastDelivery } = useTrigger();

afterEach(() => jest.restoreAllMocks());

/** A trigger with a Default Country in its credential. */
function withCountry(parameters: IDataObject, defaultCountry = ''): Setup {
	const setup = trigger(parameters);
	return { ...setup, credential: { ...setup.credential, defaultCountry } };
}

/** Whether a text of somebody starts the workflow. */
async function startsFor(setup: Setup, from: string): Promise<boolean> {
	await textIn('Hello', { from });
	const { status, items } = await callWebhook(setup, lastDelivery());
	expect(status).toBe(200);
	return items !== undefined;
}

const FORMS: Array<[string, unknown]> = [
	['of the country', '(202) 555-0111; 212-555-0100'],
	['of the country, one as a JSON number', 2025550111],
	['with the country code and no +', ['12025550111', 'ben@example.com']],
	['with 00', '001 202 555 0111'],
	['as an address', 'tel:+1-202-555-0111'],
];

describe.each(FORMS)('senders %s', (_, senders) => {
	test.each<[string, IDataObject, string]>([
		['of the credential', {}, 'US'],
		['of the node', { options: { defaultCountry: 'US' } }, 'DE'],
	])('are read with the country %s', async (_country, options, country) => {
		const setup = withCountry({ filters: { senders }, ...options } as IDataObject, country);
		await activate(setup);
		expect(await startsFor(setup, seeded.ava)).toBe(true);
		expect(await startsFor(setup, seeded.ben)).toBe(false);
	});
});

test('lines are registered with their country code', async () => {
	const setup = withCountry({ lines: ['(202) 555-0100', 2025550101] }, 'US');
	await activate(setup);
	expect(await callHook(setup, 'checkExists')).toBe(true);
	expect((await dashboard.subscriptions()).map(({ phone_numbers: lines }) => lines)).toEqual([
		[seeded.line, seeded.secondLine],
	]);
});

test.each<[string, IDataObject, string]>([
	[
		'a number without a country code',
		{ filters: { senders: '(202) 555-0111' } },
		'Senders is not a valid phone number',
	],
	[
		'an invalid number there',
		{ filters: { senders: '123 4567' }, options: { defaultCountry: 'US' } },
		'Senders is not a phone number of the Default Country, United States',
	],
	[
		'a country that is none',
		{ options: { defaultCountry: 'Atlantis' } },
		'Default Country is not a country: "Atlantis"',
	],
	['a line with an extension', { lines: ['+1 202 555 0100 x5'] }, 'Lines has an extension'],
])('%s is refused at activation', async (_, parameters, message) => {
	await expect(callHook(trigger(parameters), 'checkExists')).rejects.toThrow(message);
	expect(await dashboard.subscriptions()).toEqual([]);
});

describe('the credential', () => {
	const busy = new Error('timeout exceeded when trying to connect');

	test('is not read for each delivery where senders have their country code', async () => {
		const setup = withCountry({ filters: { senders: '+1 202 555 0111, ben@example.com' } });
		await activate(setup);
		const reads = jest.spyOn(LinqCredentialsHelper.prototype, 'getDecrypted');
		expect(await startsFor(setup, seeded.ava)).toBe(true);
		expect(reads).not.toHaveBeenCalled();
	});

	test('has Linq deliver again where it is needed and cannot be read', async () => {
		const setup = withCountry({ filters: { senders: '(202) 555-0111' } }, 'US');
		await activate(setup);
		await textIn('Hello');
		const read = jest.spyOn(LinqCredentialsHelper.prototype, 'getDecrypted');
		read.mockRejectedValueOnce(busy);
		const refused = await callWebhook(setup, lastDelivery());
		expect(refused).toMatchObject({ status: 503, items: undefined });
		const again = await callWebhook(setup, lastDelivery());
		expect(again).toMatchObject({ status: 200, items: [expect.anything()] });
	});
});
