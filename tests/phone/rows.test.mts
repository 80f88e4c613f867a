import type { MessageView, NoteView } from '../../sandbox/live/view.mts';
import { rowsOf } from '../../sandbox/phone/lib/rows.mts';

const ME = '+12025550111';
const LINE = '+12025550100';
const NOON = Date.parse('2026-09-24T12:00:00Z');

let seq = 0;
const message = (from: string, minute: number, more: Partial<MessageView> = {}): MessageView => ({
	id: `m${++seq}`,
	chatId: 'chat',
	seq,
	from,
	outbound: from === LINE,
	service: 'iMessage',
	status: from === LINE ? 'delivered' : 'received',
	parts: [],
	poll: null,
	effect: null,
	replyTo: null,
	createdAt: new Date(NOON + minute * 60_000).toISOString(),
	deliveredAt: null,
	readAt: null,
	edited: false,
	failure: null,
	...more,
});

/** Each row in a few letters: T(ime), N(ote), or who wrote, `(` first and `)` last of a group. */
const shape = (messages: MessageView[], notes: NoteView[] = []): string =>
	rowsOf(messages, notes, ME)
		.map((row) => {
			if (row.kind !== 'message') return row.kind === 'time' ? 'T' : 'N';
			return `${row.first ? '(' : ''}${row.mine ? 'me' : 'line'}${row.last ? ')' : ''}`;
		})
		.join(' ');

test('what one person writes within a minute belongs together', () => {
	expect(shape([message(ME, 0), message(ME, 0.5), message(ME, 0.9), message(LINE, 1)])).toBe(
		'T (me me me) (line)',
	);
	expect(shape([message(ME, 0), message(ME, 2)])).toBe('T (me) (me)');
});

test('the time is shown after a quarter of an hour, and when the service changes', () => {
	expect(shape([message(ME, 0), message(LINE, 14), message(LINE, 30)])).toBe(
		'T (me) (line) T (line)',
	);
	const rows = rowsOf([message(ME, 0), message(LINE, 1, { service: 'SMS' })], [], ME);
	expect(rows.filter(({ kind }) => kind === 'time')).toMatchObject([
		{ service: 'iMessage' },
		{ service: 'SMS' },
	]);
});

test('a note stands where it happened and ends the group', () => {
	const at = new Date(NOON + 20_000).toISOString();
	const note: NoteView = { id: 'n', chatId: 'chat', at, what: 'joined', who: ME, value: null };
	expect(shape([message(ME, 0), message(ME, 0.5)], [note])).toBe('T (me) N (me)');
	expect(shape([message(ME, 0)], [note])).toBe('T (me) N');
});

test('the last message of each side has a receipt, and each that is under way or failed', () => {
	const messages = [
		message(LINE, 0),
		message(ME, 1),
		message(LINE, 2, { status: 'failed' }),
		message(LINE, 3),
		message(ME, 4),
		message(LINE, 5, { status: 'pending' }),
	];
	const receipts = rowsOf(messages, [], ME).flatMap((row) =>
		row.kind === 'message' ? [row.receipt] : [],
	);
	expect(receipts).toEqual([false, false, true, true, true, true]);
});
