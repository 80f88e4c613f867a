import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Attempt } from '../../../../nodes/Linq/send/attempt.ts';
import type { RecordedRequest } from '../../../../sandbox/record.mts';
import { waitFor } from '../../../../scripts/waitFor.mts';
import { LinqCredentialsHelper } from '../../../support/engine/credentials.mts';
import type { Setup } from '../../../support/engine/workflow.mts';
import { seeded, useSandbox } from '../../../support/linq.mts';

const { run, credential } = useSandbox();

afterEach(() => jest.restoreAllMocks());

interface Contact extends IDataObject {
	phone: string | number;
	text?: string;
	country?: string | null;
}

const of = (defaultCountry: string): Partial<Setup> => ({
	credential: { ...credential(), defaultCountry },
});

const sendTo = (contacts: Contact[], setup: Partial<Setup> = {}, options: INodeParameters = {}) =>
	run(
		'message',
		'send',
		{ to: '={{ $json.phone }}', text: '={{ $json.text ?? "Hello" }}', options },
		contacts,
		{ settings: { onError: 'continueRegularOutput' }, ...setup },
	);

interface Body {
	to: string[];
	message: { idempotency_key: string; parts: Array<{ value: string }> };
}

const bodyOf = ({ requestBody }: RecordedRequest) => JSON.parse(requestBody) as Body;

const recipients = (requests: RecordedRequest[]) =>
	requests.flatMap((request) => bodyOf(request).to);

test('numbers come in whatever form, also as JSON numbers', async () => {
	const forms = ['(202) 555-0111', 2025550111, 12025550111, '+1 202 555 0111', 'tel:202-555-0111'];
	const { requests, json } = await sendTo(
		forms.map((phone) => ({ phone })),
		of('US'),
	);
	expect(json.map(({ error }) => error)).toEqual(forms.map(() => undefined));
	expect(recipients(requests)).toEqual(forms.map(() => seeded.ava));
});

test('each item can have a country of its own, and none of the others holds for it then', async () => {
	const { requests, json } = await sendTo(
		[
			{ phone: '0171 1234567', country: 'DE' },
			{ phone: '06 12 34 56 78', country: 'France' },
			{ phone: '07400 123456', country: 'uk' },
			{ phone: '202 555 0111', country: '' },
			{ phone: '202 555 0111', country: null },
			{ phone: '202 555 0111' },
			{ phone: '202 555 0111', country: 'Atlantis' },
			{ phone: '+1 202 555 0111', country: 'DE' },
		],
		of('US'),
		{ defaultCountry: '={{ $json.country }}' },
	);
	expect(recipients(requests)).toEqual([
		'+491711234567',
		'+33612345678',
		'+447400123456',
		seeded.ava,
	]);
	const refused = 'To is not a valid phone number: "202 555 0111"';
	expect(json.map(({ error }) => error)).toEqual([
		undefined,
		undefined,
		undefined,
		refused,
		refused,
		refused,
		'Default Country is not a country: "Atlantis"',
		undefined,
	]);
});

test('the key depends on the recipient, not on the form of the number', async () => {
	const execution = { executionId: '4711' };
	const plain = await sendTo([{ phone: seeded.ava }], execution);
	const dialed = await sendTo([{ phone: '(202) 555-0111' }], { ...of('US'), ...execution });
	const keys = [plain, dialed].map(({ requests: [request] }) =>
		request ? bodyOf(request).message.idempotency_key : '',
	);
	expect(keys[0]).toMatch(/^n8n-[0-9a-f]{64}$/);
	expect(keys[1]).toBe(keys[0]);
});

/** Lets the send path have the credential only when all items are waiting for it. */
function holdCredential(): () => void {
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	let calls = 0;
	jest.spyOn(LinqCredentialsHelper.prototype, 'getDecrypted').mockImplementation(async () => {
		// n8n reads it first, for the node.
		if (++calls === 2) await held;
		return { ...credential(), defaultCountry: 'US' };
	});
	return release;
}

test.each([
	['all at once', { requestOptions: {} }],
	['in batches', { requestOptions: { batching: { batch: { batchSize: 5, batchInterval: 1 } } } }],
])('items that come %s keep their order while the credential is read', async (_, parameters) => {
	const release = holdCredential();
	const handOver = jest.spyOn(Attempt.prototype, 'handOver');
	const people = [seeded.ava, seeded.ben, '(202) 555-0111', '202.555.0112', '1 202 555 0113'];
	const contacts = Array.from({ length: 40 }, (_, index) => ({
		phone: people[index % people.length] ?? '',
		text: `${index}`,
	}));
	const running = run(
		'message',
		'send',
		{ to: '={{ $json.phone }}', text: '={{ $json.text }}', ...parameters },
		contacts,
	);
	await waitFor('more items than one batch', () => handOver.mock.calls.length > 10);
	release();
	const { requests, error } = await running;
	expect(error).toBeUndefined();
	const texts = new Map<string, number[]>();
	for (const request of requests) {
		const { to, message } = bodyOf(request);
		const of = texts.get(to.join()) ?? [];
		texts.set(to.join(), [...of, Number(message.parts[0]?.value)]);
	}
	expect([...texts.keys()].sort()).toEqual([seeded.ava, seeded.ben, seeded.cleo]);
	for (const sent of texts.values()) expect(sent).toEqual([...sent].sort((a, b) => a - b));
	expect(requests).toHaveLength(contacts.length);
});

test('a credential that cannot be used is what each item says, whatever else is wrong', async () => {
	const wrong = { ...credential(), defaultCountry: 'Atlantis' };
	const { json, requests } = await sendTo([{ phone: seeded.ava }, { phone: 'nobody' }], {
		credential: wrong,
	});
	const message = 'The Default Country of the credential is not a country: "Atlantis"';
	expect(json.map(({ error }) => error)).toEqual([message, message]);
	expect(requests).toEqual([]);
});
