import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readCountry } from '../../../nodes/shared/input/country.ts';
import { readPhoneNumber } from '../../../nodes/shared/input/phoneNumber.ts';
import { projectFolder } from '../../../scripts/project.mts';

const text = readFileSync(join(projectFolder, 'docs', 'numbers.md'), 'utf8');

/** The rows of its table: what is entered, the country, what comes of it. */
const rows = [...text.matchAll(/^\| `(.+?)` +\| *(.*?) *\| (.+?) *\|$/gm)].map(
	([, entered = '', country = '', expected = '']) => [entered, country, expected] as const,
);

test('the table is read', () => expect(rows.length).toBeGreaterThan(15));

test.each(rows)('docs/numbers.md: %s (%s) is %s', (entered, name, expected) => {
	const read = () =>
		readPhoneNumber(entered, 'To', { country: readCountry(name, 'Default Country') });
	const [, refused] = /^refused: (.+)$/.exec(expected) ?? [];
	if (refused === undefined) expect(`\`${read()}\``).toBe(expected);
	else expect(read).toThrow(`To ${refused}`);
});
