import { Progress } from '../../../../nodes/Linq/send/progress.ts';

const after = (total: number, done: number[], uncertain: number[] = []) => {
	const progress = new Progress(total);
	for (const index of uncertain) progress.uncertain(index);
	for (const index of done) progress.done(index);
	return String(progress);
};

test.each([
	[[], '0 of 5 items were sent (n8n counts items from 0). Resume at item 0.'],
	[[0, 1], '2 of 5 items were sent (n8n counts items from 0). Resume at item 2.'],
	[
		[0, 2],
		'2 of 5 items were sent (n8n counts items from 0). Resume at item 1 and skip 2, which was already sent.',
	],
	[
		[3, 0, 2, 0],
		'3 of 5 items were sent (n8n counts items from 0). Resume at item 1 and skip 2–3, which were already sent.',
	],
])('after %j it says where to resume', (done, sentence) => {
	expect(after(5, done)).toBe(sentence);
});

test('names every item to skip, however many', () => {
	const beyond = Array.from({ length: 50 }, (_, i) => 2 * i + 1);
	expect(after(200, beyond)).toContain(`skip ${beyond.join(', ')}, which`);
});

test('an item that a later try sent is not uncertain any more', () => {
	expect(after(5, [], [1, 3])).toMatch(/It is not known whether 1, 3 were sent\.$/);
	expect(after(5, [0, 1], [1, 3])).toMatch(
		/Resume at item 2\. It is not known whether 3 was sent\.$/,
	);
	expect(after(5, [0, 1, 2, 3], [1, 3])).not.toMatch(/not known/);
});

test('an item that was sent does not become uncertain', () => {
	const progress = new Progress(3);
	progress.done(0);
	progress.done(2);
	progress.uncertain(0);
	progress.uncertain(2);
	expect(String(progress)).not.toMatch(/not known/);
});

test('says nothing of a single item', () => {
	expect(after(1, [0])).toBe('');
});
