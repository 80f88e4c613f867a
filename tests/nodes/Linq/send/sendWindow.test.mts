import * as fc from '../../../support/properties.mts';
import { DateTime } from 'luxon';
import type { IDataObject, INode } from 'n8n-workflow';

import type { InvalidInput } from '../../../../nodes/shared/errors/invalidInput.ts';
import { nextOpening } from '../../../../nodes/Linq/send/window/openingHours.ts';
import { readHours, type WindowInput } from '../../../../nodes/Linq/send/window/readWindow.ts';
import { locator, seeded, UNKNOWN_ID, useSandbox } from '../../../support/linq.mts';
import { TurnedClock } from '../../../support/turnedClock.mts';

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];

/** When a window opens next, as the clocks of its zone show it; `open` while it is open. */
function opens(input: WindowInput, now: string, timeZone = 'Europe/Berlin'): string | undefined {
	const time = DateTime.fromISO(now, { zone: timeZone }).toMillis();
	const opening = nextOpening(readHours({ days: ALL_DAYS, ...input, timeZone }, 'UTC'), time);
	if (opening === time) return 'open';
	return opening === undefined
		? undefined
		: DateTime.fromMillis(opening, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm ccc");
}

describe('the next opening', () => {
	const day = { from: '09:00', until: '20:00' };
	const night = { from: '22:00', until: '06:00' };
	const weekdays = { ...day, days: [1, 2, 3, 4, 5] };

	test.each<[string, WindowInput, string, string | undefined]>([
		['before it', day, '2026-07-01T08:59:59', '2026-07-01T09:00 Wed'],
		['from its first moment', day, '2026-07-01T09:00', 'open'],
		['until its last', day, '2026-07-01T19:59:59.999', 'open'],
		['after it', day, '2026-07-01T20:00', '2026-07-02T09:00 Thu'],
		['over the weekend', weekdays, '2026-07-03T20:00', '2026-07-06T09:00 Mon'],
		['over midnight, before', night, '2026-07-01T23:00', 'open'],
		['over midnight, after', night, '2026-07-02T05:59', 'open'],
		[
			'over midnight, on the morning after its day',
			{ ...night, days: [5] },
			'2026-07-04T05:59',
			'open',
		],
		[
			'over midnight, on the morning of its day',
			{ ...night, days: [5] },
			'2026-07-03T05:59',
			'2026-07-03T22:00 Fri',
		],
		['until midnight', { from: '9', until: '24:00' }, '2026-07-01T23:59:59', 'open'],
		['the whole day', { from: '00:00', until: '24:00' }, '2026-07-01T00:00', 'open'],
		['in words of 12 hours', { from: '9 am', until: '8:30 p.m.' }, '2026-07-01T20:29', 'open'],
		['at noon', { from: '12 pm', until: '1 pm' }, '2026-07-01T12:00', 'open'],
		['at midnight', { from: '12am', until: '1am' }, '2026-07-01T00:30', 'open'],
		[
			'by numbers of an expression',
			{ from: 9, until: 17 },
			'2026-07-01T17:00',
			'2026-07-02T09:00 Thu',
		],
		// The clocks go from 2:00 to 3:00 on March 29, and from 3:00 to 2:00 on October 25.
		['on the day when clocks go forward', day, '2026-03-28T20:00', '2026-03-29T09:00 Sun'],
		['on the day when clocks go back', day, '2026-10-24T20:00', '2026-10-25T09:00 Sun'],
		[
			'at a time that is skipped',
			{ from: '02:30', until: '05:00' },
			'2026-03-29T01:00',
			'2026-03-29T03:30 Sun',
		],
		[
			'all of which is skipped',
			{ from: '02:00', until: '03:00' },
			'2026-03-29T01:00',
			'2026-03-30T02:00 Mon',
		],
		[
			'that is skipped on its only day',
			{ from: '02:00', until: '03:00', days: [7] },
			'2026-03-29T01:00',
			'2026-04-05T02:00 Sun',
		],
	])('%s', (_, input, now, expected) => {
		expect(opens(input, now)).toBe(expected);
	});

	test('a day has 23, 24 or 25 hours, and the window its own on each of them', () => {
		const hours = readHours(
			{ days: ALL_DAYS, from: '9', until: '20', timeZone: 'America/New_York' },
			'UTC',
		);
		const time = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
		fc.assert(
			fc.property(time, (now) => {
				const opening = nextOpening(hours, now) ?? NaN;
				const { hour, minute, second } = DateTime.fromMillis(opening, { zone: hours.zone });
				const isOpen = hour >= 9 && hour < 20;
				expect(isOpen).toBe(true);
				if (opening !== now) expect([hour, minute, second]).toEqual([9, 0, 0]);
				expect(opening - now).toBeLessThanOrEqual(14 * 3_600_000);
			}),
		);
	});

	test.each<[WindowInput, string]>([
		[{ from: '25:00' }, 'Send Window: From is not a time: "25:00"'],
		[{ until: '24:01' }, 'Send Window: Until is not a time: "24:01"'],
		[{ from: '9:75' }, 'Send Window: From is not a time: "9:75"'],
		[{ from: '13 pm' }, 'Send Window: From is not a time: "13 pm"'],
		[{ from: '' }, 'Send Window: From is not a time: ""'],
		[{ from: '09:00', until: '9 am' }, 'Send Window: From and Until are the same time'],
		[{ days: [] }, 'Send Window: Days is empty'],
		[{ days: [0] }, 'Send Window: Days has one that is no day'],
		[{ timeZone: 'Mars/Olympus' }, 'Send Window: Time Zone is unknown: "Mars/Olympus"'],
		[{ timeZone: 'local' }, 'Send Window: Time Zone is unknown: "local"'],
	])('%j is refused', (input, message) => {
		const refusal = (() => {
			try {
				return readHours(input, 'UTC');
			} catch (error) {
				return (error as InvalidInput).message;
			}
		})();
		expect(refusal).toBe(message);
	});
});

describe('a send', () => {
	const time = new TurnedClock();
	const { run, sandbox } = useSandbox({ now: time.now });

	beforeEach(() => {
		// A Thursday.
		time.time = Date.UTC(2026, 0, 1, 19, 59);
		time.waits = [];
		time.install();
	});

	afterEach(() => jest.restoreAllMocks());

	const AVA = seeded.chatWithAva;
	const BEN = seeded.chatWithBen;
	const window = { days: ALL_DAYS, from: '09:00', until: '20:00', timeZone: 'UTC' };

	const send = (
		chats: string[],
		own: object = {},
		options: IDataObject = {},
		settings: Partial<INode> = {},
	) =>
		run(
			'message',
			'send',
			{
				sendTo: 'chat',
				chatId: locator('={{ $json.chat }}'),
				text: 'Hello',
				options: { sendWindow: { window: { ...window, ...own } }, ...options },
			} as never,
			chats.map((chat, index) => ({ chat, zone: index === 0 ? 'UTC' : 'America/New_York' })),
			{ settings },
		);

	const outcomes = ({ json }: { json: IDataObject[] }) =>
		json.map(({ outcome, send_after: after }) => [outcome, after]);

	test('goes while the window is open, and comes out with the time of the next one otherwise', async () => {
		expect(outcomes(await send([AVA]))).toEqual([['sent', undefined]]);
		time.time = Date.UTC(2026, 0, 1, 20, 0);
		const late = await send([AVA, BEN]);
		expect(late.requests).toEqual([]);
		expect(outcomes(late)).toEqual([
			['outside_window', '2026-01-02T09:00:00.000Z'],
			['outside_window', '2026-01-02T09:00:00.000Z'],
		]);
		expect(late.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('each recipient can have a time zone of their own', async () => {
		time.time = Date.UTC(2026, 0, 1, 13, 0);
		expect(outcomes(await send([AVA, BEN], { timeZone: '={{ $json.zone }}' }))).toEqual([
			['sent', undefined],
			['outside_window', '2026-01-01T14:00:00.000Z'],
		]);
	});

	test.each([
		['voiceMemo', 'send', { voiceMemoUrl: 'https://example.com/memo.m4a' }],
		['poll', 'create', { pollChoices: { choice: [{ text: 'One' }, { text: 'Two' }] } }],
		[
			'chat',
			'create',
			{ fromLine: locator(seeded.line, 'phone'), to: '+12025550199', text: 'Hello' },
		],
		['message', 'send', { to: '+12025550199', text: 'Hello' }],
	])('%s > %s has it too', async (resource, operation, parameters) => {
		time.time = Date.UTC(2026, 0, 1, 20, 0);
		const { requests, json } = await run(resource, operation, {
			...(resource === 'poll' || resource === 'voiceMemo' ? { chatId: locator(AVA) } : {}),
			...parameters,
			options: { sendWindow: { window } },
		} as never);
		expect(requests).toEqual([]);
		expect(json[0]?.outcome).toBe('outside_window');
	});

	test('waits in the node where Max Wait allows it', async () => {
		time.time = Date.UTC(2026, 0, 1, 8, 59);
		const { requests, json } = await send([AVA, AVA], { ifOutside: 'wait' });
		expect(requests).toHaveLength(2);
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
		expect(time.waits).toEqual([60_000]);
		time.time = Date.UTC(2026, 0, 1, 8, 59);
		const hasty = await send([AVA], { ifOutside: 'wait' }, { maxWait: 59 });
		expect(hasty.requests).toEqual([]);
		expect(outcomes(hasty)).toEqual([['outside_window', '2026-01-01T09:00:00.000Z']]);
	});

	test('that closes while an item waits for Linq does not let it go on', async () => {
		sandbox().world.faults.add({ status: 429, retry_after: 60, times: 1 });
		const { requests, json } = await send([AVA, AVA]);
		expect(requests.map(({ status }) => status)).toEqual([429]);
		expect(json.map(({ outcome }) => outcome)).toEqual(['outside_window', 'outside_window']);
	});

	test('what Linq may have got before is made sure of', async () => {
		time.time = Date.UTC(2026, 0, 1, 19, 59, 59, 500);
		sandbox().world.faults.add({ reset: 'after', times: 1 });
		const { requests, json } = await send([AVA]);
		expect(requests).toHaveLength(2);
		expect(json.map(({ outcome }) => outcome)).toEqual(['sent']);
	});

	test('a held back item is not called sent where the node stops', async () => {
		const result = await run(
			'message',
			'send',
			{
				sendTo: 'chat',
				chatId: locator('={{ $json.chat }}'),
				text: '={{ $json.text }}',
				options: { sendWindow: { window: { ...window, until: '={{ $json.until }}' } } },
			} as never,
			[
				{ chat: AVA, text: 'One', until: '20:00' },
				{ chat: AVA, text: 'Two', until: '19:00' },
				{ chat: AVA, text: 'Three', until: '20:00' },
				{ chat: UNKNOWN_ID, text: 'Four', until: '20:00' },
			],
		);
		expect(result.requests).toHaveLength(3);
		expect(result.error?.description).toMatch(
			/2 of 4 items were sent .* Resume at item 1 and skip 2, which was already sent/,
		);
	});

	test('an unknown zone is refused before anything is sent', async () => {
		const { error, requests } = await send([AVA, BEN], { timeZone: 'Mars/Olympus' });
		expect(error?.message).toBe('Send Window: Time Zone is unknown: "Mars/Olympus"');
		expect(requests).toEqual([]);
	});

	test('an option without a window says so', async () => {
		const { error } = await send([AVA], {}, { sendWindow: {} });
		expect(error?.message).toBe('Send Window is empty');
	});

	test('a file is not uploaded for a message that is held back', async () => {
		time.time = Date.UTC(2026, 0, 1, 20, 0);
		const file = {
			data: Buffer.from('abc').toString('base64'),
			mimeType: 'text/plain',
			fileName: 'a.txt',
		};
		const { requests, json } = await run(
			'message',
			'send',
			{
				sendTo: 'chat',
				chatId: locator(AVA),
				text: 'Hello',
				options: { attachFiles: 'data', sendWindow: { window } },
			} as never,
			[{}],
			{ files: [{ data: file }] },
		);
		expect(requests).toEqual([]);
		expect(json[0]?.outcome).toBe('outside_window');
	});
});
