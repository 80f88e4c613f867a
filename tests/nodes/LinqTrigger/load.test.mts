import { Gate } from '../../../nodes/LinqTrigger/delivery/load.ts';
import { RecordedResponse } from '../../support/engine/trigger.mts';

let now = 0;

beforeEach(() => {
	now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});

afterEach(() => jest.restoreAllMocks());

/** Delivers until one is sent away. @returns the answers to those that were let in, still to come */
function fill(gate: Gate): RecordedResponse[] {
	const open: RecordedResponse[] = [];
	for (;;) {
		const response = new RecordedResponse();
		if (!gate.admit(response)) return open;
		open.push(response);
	}
}

function answerAfter(seconds: number, open: RecordedResponse[]): void {
	now += seconds * 1_000;
	for (const response of open) response.end();
}

/** How many were open at once, over rounds in which all are answered after so many seconds. */
function sizes(seconds: number[]): number[] {
	const gate = new Gate();
	return seconds.map((each) => {
		const open = fill(gate);
		answerAfter(each, open);
		return open.length;
	});
}

test('begins with 25, and lets one more in each time that all were answered in time', () => {
	expect(sizes([1, 4, 1, 4, 0])).toEqual([25, 25, 26, 27, 28]);
});

test('halves with the first slow answer, not again with others that came in before, down to five', () => {
	expect(sizes([4.001, 5, 20, 4.5, 9])).toEqual([25, 12, 6, 5, 5]);
});

test('grows again when n8n has recovered, up to a hundred', () => {
	const recovered = sizes([9, 9, 9, ...Array<number>(200).fill(1)]);
	expect(Math.min(...recovered)).toBe(5);
	expect(recovered.at(-1)).toBe(100);
});

test('an answer that Linq did not wait for counts as slow when n8n has given it', () => {
	const gate = new Gate();
	const open = fill(gate);
	for (const response of open) response.destroy();
	expect(fill(gate)).toEqual([]);
	answerAfter(11, open);
	expect(fill(gate)).toHaveLength(12);
});

test('one that never comes is forgotten after a minute', () => {
	const gate = new Gate();
	fill(gate);
	now += 60_000;
	expect(fill(gate)).toEqual([]);
	now += 1;
	expect(fill(gate)).toHaveLength(25);
});
