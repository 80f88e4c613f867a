import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ERROR_CODES } from '../../nodes/shared/errors/codes.ts';
import { projectFolder } from '../../scripts/project.mts';
import { troubleshootingPage } from '../../scripts/docs/troubleshootingPage.mts';

const written = readFileSync(join(projectFolder, 'docs', 'troubleshooting.md'), 'utf8');

test('docs/troubleshooting.md is up to date (npm run troubleshooting)', () => {
	expect(written).toBe(troubleshootingPage());
});

test('it has a heading of its own for every code, so that each can be linked to', () => {
	const headings = [...written.matchAll(/^### (.+)$/gm)].map(([, code]) => code);
	expect(headings).toEqual(Object.keys(ERROR_CODES));
});

test('it says what the user reads in n8n', () => {
	const { message = '', hint = '' } = ERROR_CODES[2024] ?? {};
	const [, section = ''] = written.split('\n### 2024\n');
	expect(section.trim().split('\n')[0]).toBe(`**${message}.** ${hint}`);
});

test('a code that belongs to no group is not left out silently', () => {
	const codes = { ...ERROR_CODES, 9001: { message: 'Something new', hint: 'Look.' } };
	expect(() => troubleshootingPage(codes)).toThrow('9000');
});
