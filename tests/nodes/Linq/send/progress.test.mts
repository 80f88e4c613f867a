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

test('after a refusal it says that nothing was sent', () => {
	expect(new Progress(5).afterRefusal([1])).toBe(
		'Nothing was sent, because the whole list is checked first: item 1 of 5 cannot be sent as it is (n8n counts items from 0).',
	);
	expect(new Progress(1).afterRefusal([0])).toBe('');
});

test('after a refusal in a later batch it says where to resume', () => {
	const progress = new Progress(5);
	progress.done(0);
	expect(progress.afterRefusal([2, 3])).toBe(
		'Items 2–3 of 5 cannot be sent as they are. 1 of 5 items were sent (n8n counts items from 0). Resume at item 1.',
	);
});

test('a refusal names some of many items', () => {
	const all = Array.from({ length: 500 }, (_, index) => 2 * index);
	expect(new Progress(1000).afterRefusal(all)).toMatch(/: items 0, 2, .*, 38 and 480 more of 1000/);
});
