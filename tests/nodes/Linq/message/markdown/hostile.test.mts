import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { readMarkdown } from '../../../../../nodes/Linq/message/markdown/readMarkdown.ts';
import { hostileTexts } from './hostile.mts';

/**
 * Where the time grew with the square of the length, one of the texts would take minutes; the process
 * is ended then, and its output says at which.
 */
test('whatever a text is made of, its time and its memory grow with its length alone', () => {
	const args = ['--max-old-space-size=256', '--import', 'tsx', join(__dirname, 'readHostile.mts')];
	const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 200_000 });
	expect(stdout.trim().split('\n')).toEqual([...hostileTexts(0).keys(), 'all read']);
}, 210_000);

test('a text that is too long for Linq anyway is not read', () => {
	const source = `**${'a'.repeat(100_000)}**`;
	expect(readMarkdown(source)).toEqual({ text: source, styles: [] });
});
