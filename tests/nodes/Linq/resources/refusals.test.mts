import type { LinqRun } from '../../../support/linq.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

/*
 * Rules that Linq alone can apply: what it refuses ends with the way out, and what it lets through
 * is no error.
 */

const time = new TurnedClock();
const { run, sandbox, client } = useSandbox({ now: time.now });

beforeEach(() => {
	time.waits = [];
	time.install();
});

afterEach(() => jest.restoreAllMocks());

const line = locator(seeded.line, 'phone');
const chatId = locator(seeded.chatWithAva);
const everyLine = `${seeded.line}, ${seeded.secondLine}`;

/** The error shows the user Linq's code, and what to do. */
function expectRefusal({ error }: LinqRun, code: number, wayOut: string) {
	expect(`${error?.message} ${error?.description}`).toContain(`(Linq error ${code})`);
	expect(error?.description).toContain(wayOut);
}

test('a fourth change of a contact card within 10 minutes', async () => {
	const made = await run('contactCard', 'create', { line, firstName: 'Shop' });
	await sandbox().settled();
	const updateFields = { lastName: 'Ltd' };
	const second = await run('contactCard', 'update', { line, updateFields });
	const third = await run('contactCard', 'update', { line, updateFields });
	expect([made.error, second.error, third.error]).toEqual([undefined, undefined, undefined]);
	const fourth = await run('contactCard', 'update', { line, updateFields });
	expectRefusal(fourth, 1007, '3 changes to the contact card of a line in 10 minutes');
	expect(fourth.error?.message).toMatch(/^Linq asks to wait \d+ seconds/);
	expect(fourth.requests).toHaveLength(1);
});

test('an audit right after another', async () => {
	const options = { maxWait: 0 };
	const start = () => run('phoneNumber', 'startReputationAudit', { phoneNumber: line, options });
	expect((await start()).error).toBeUndefined();
	await sandbox().settled();
	expectRefusal(await start(), 1007, 'a pause after the audit of a line');
});

describe('while an audit runs', () => {
	const slow = useSandbox({ pace: 3_600_000 });

	test('its ID is given back', async () => {
		const start = () => slow.run('phoneNumber', 'startReputationAudit', { phoneNumber: line });
		const first = await start();
		const again = await start();
		expect(again.error).toBeUndefined();
		expect(again.json).toEqual(first.json);
		expect(first.json[0]).toMatchObject({ audit_id: expect.any(String) as string });
	});
});

test('a location that is shared already', async () => {
	await client().act('/location', {
		chat_id: seeded.chatWithAva,
		longitude: -122.4,
		latitude: 37.8,
	});
	const wayOut = 'A location that is already shared can be read at once';
	expectRefusal(await run('location', 'request', { chatId }), 2015, wayOut);
});

test('a new chat with every line among Lines to Avoid', async () => {
	const options = { excludeFrom: everyLine };
	const wayOut = 'Lines to Avoid must leave a line';
	const sent = await run('message', 'send', { to: '+12025550199', text: 'Hello', options });
	expectRefusal(sent, 1005, wayOut);
	const kept = await run('message', 'send', { to: seeded.ava, text: 'Hello', options });
	expect(kept.json[0]).toMatchObject({ chat_id: seeded.chatWithAva });
	expectRefusal(await run('phoneNumber', 'getAvailable', { options }), 1005, wayOut);
});

test('a type of line that the account does not have', async () => {
	const options = { lineType: 'RCS' };
	const none = await run('phoneNumber', 'getAvailable', { options });
	expectRefusal(none, 4004, 'there may be no line of the type that you chose');
});

test.each([
	['set', { kind: 'color', color: 'ice' }],
	['remove', {}],
])('Background > %s in an SMS chat has no effect, and is no error', async (operation, fields) => {
	const { error, json } = await run('background', operation, {
		chatId: locator(seeded.smsChat),
		...fields,
	});
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({ chat_id: seeded.smsChat });
});

test('an experience goes to one person, and takes what its action names', async () => {
	const asked = await run('paymentRequest', 'create', { amount: 19.99 });
	const experience = {
		messageType: 'experience',
		experienceName: 'agentpay',
		experienceAction: 'request_payment',
		experienceParams: JSON.stringify({ checkout_url: asked.json[0]?.checkout_url }),
	};
	const sent = await run('message', 'send', { sendTo: 'chat', chatId, ...experience });
	expect(sent.error).toBeUndefined();
	const group = locator(seeded.group);
	const toGroup = await run('message', 'send', { sendTo: 'chat', chatId: group, ...experience });
	expectRefusal(toGroup, 1005, 'one recipient');
});
