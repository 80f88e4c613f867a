import * as fc from '../../support/properties.mts';

import { safeFileName, safeMimeType } from '../../../nodes/shared/input/fileName.ts';

test.each<[string | undefined, string | undefined]>([
	['photo.png', 'photo.png'],
	['Zürich 🎉 .jpeg', 'Zürich 🎉 .jpeg'],
	['👨‍👩‍👧.png', '👨‍👩‍👧.png'],
	['.env', '.env'],
	['../../etc/passwd', 'passwd'],
	['..\\..\\boot.ini', 'boot.ini'],
	['..', undefined],
	['a/..', undefined],
	['dir/', undefined],
	['', undefined],
	[undefined, undefined],
	['a\0.png', 'a.png'],
	['a\r\nSet-Cookie: x.png', 'aSet-Cookie: x.png'],
	['photo\u202Egnp.exe', 'photognp.exe'],
	[`${'a'.repeat(100_000)}.png`, `${'a'.repeat(251)}.png`],
	[`${'a'.repeat(250)}🎉.png`, `${'a'.repeat(250)}.png`],
	[`a.${'b'.repeat(300)}`, `a.${'b'.repeat(253)}`],
])('the name %j is used as %j', (given, expected) => {
	expect(safeFileName(given)).toBe(expected);
});

test('whatever the name, n8n can use it', () => {
	const odd = fc.constantFrom('/', '\\', '..', '\0', '\r', '\n', '\u2028', 'a', '🎉', '.png');
	fc.assert(
		fc.property(
			fc.array(fc.oneof(odd, fc.string({ unit: 'binary' })), { maxLength: 400 }),
			(parts) => {
				const name = safeFileName(parts.join(''));
				if (name === undefined) return;
				expect(name).not.toMatch(/[/\\\p{Cc}\u2028]|^\.+$|^$/u);
				expect(name.length).toBeLessThanOrEqual(255);
			},
		),
	);
});

test.each<[string | undefined, string | undefined]>([
	['image/png', 'image/png'],
	['text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
	['application/vnd.ms-excel', 'application/vnd.ms-excel'],
	['', undefined],
	[undefined, undefined],
	['image/png\r\nSet-Cookie: a=b', 'application/octet-stream'],
	['image/png; a=b\nx: y', 'application/octet-stream'],
	['nonsense', 'application/octet-stream'],
	['a/b\0', 'application/octet-stream'],
])('the type %j is used as %j', (given, expected) => {
	expect(safeMimeType(given)).toBe(expected);
});
