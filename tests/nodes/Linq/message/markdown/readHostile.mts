import { readInline } from '../../../../../nodes/Linq/message/markdown/inline.ts';
import { readMarkdown } from '../../../../../nodes/Linq/message/markdown/readMarkdown.ts';
import { hostileTexts } from './hostile.mts';

// Reads each of them at the greatest length that is read at all.
for (const [name, text] of hostileTexts(99_000)) {
	process.stdout.write(`${name}\n`);
	readMarkdown(text.slice(0, 100_000));
}
// Stepping over signs is so cheap that their number has to be greater for the square to be felt.
readInline(`${' _a'.repeat(200_000)}${'a* '.repeat(200_000)}`, {
	urls: new Map(),
	used: new Set(),
});
process.stdout.write('all read\n');
