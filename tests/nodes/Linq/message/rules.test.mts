import * as fc from '../../../support/properties.mts';

import type { MessagePart } from '../../../../nodes/Linq/message/content.ts';
import { checkFirstMessage, checkParts } from '../../../../nodes/Linq/message/rules.ts';
import { InvalidInput } from '../../../../nodes/shared/errors/invalidInput.ts';

const ID = '550e8400-e29b-41d4-a716-446655440000';
const text = (value: string): MessagePart => ({ type: 'text', value });
const media = (url: string): MessagePart => ({ type: 'media', url });
const link = (value: string): MessagePart => ({ type: 'link', value });

const photo = media('https://example.com/photo.jpg');

test.each<[string, MessagePart[]]>([
	['one text', [text('Hello')]],
	['the longest text', [text('a'.repeat(10_000))]],
	['text, media, text', [text('Look:'), photo, text('Nice?')]],
	['several media in a row', [photo, photo]],
	['an uploaded file', [{ type: 'media', attachment_id: ID }]],
	['a link alone', [link('https://example.com/')]],
	['a link over http, which only lacks the preview', [link('http://example.com/')]],
	['100 parts', Array.from({ length: 100 }, () => ({ type: 'media', attachment_id: ID }) as const)],
	[
		'more than 40 files that Linq hosts',
		Array.from({ length: 60 }, () => media('https://cdn.linqapp.com/a.png')),
	],
])('accepts %s', (_, parts) => {
	expect(() => checkParts(parts)).not.toThrow();
});

test.each<[string, MessagePart[], string]>([
	['no part', [], 'Parts is empty'],
	['an empty text', [text('')], 'Text is empty'],
	['a blank text', [text(' \n')], 'Text is empty'],
	['a text that is too long', [text('a'.repeat(10_001))], 'Text has 10001 characters'],
	['101 parts', Array.from({ length: 101 }, () => photo), 'The message has 101 parts'],
	['two texts in a row', [photo, text('a'), text('b')], 'Part 3: two text parts cannot follow'],
	[
		'a link beside text',
		[text('See'), link('https://example.com/')],
		'Part 2: a link must be the only part',
	],
	['a link without scheme', [link('example.com')], 'Link is not a full URL: "example.com"'],
	[
		'a link that is too long',
		[link(`https://example.com/${'a'.repeat(2_048)}`)],
		'Link has 2068 characters',
	],
	[
		'a file over http',
		[text('x'), media('http://example.com/a.jpg')],
		'Part 2: Media URL must start with https://',
	],
	['an empty file URL', [media('')], 'Media URL is empty'],
	['no file', [{ type: 'media' }], 'Media needs either'],
	[
		'both kinds of file',
		[{ type: 'media', url: 'https://example.com/a.jpg', attachment_id: ID }],
		'Media needs either',
	],
	[
		'a malformed attachment',
		[{ type: 'media', attachment_id: '12' }],
		'Attachment ID is not a valid ID: "12"',
	],
	['41 files by URL', Array.from({ length: 41 }, () => photo), 'The message has 41 files by URL'],
	[
		'a host that only ends like Linq’s',
		Array.from({ length: 41 }, () => media('https://notlinqapp.com/a.jpg')),
		'41 files',
	],
])('refuses %s', (_, parts, message) => {
	expect(() => checkParts(parts)).toThrow(message);
	expect(() => checkParts(parts)).toThrow(InvalidInput);
});

test('a first message takes no link in any form', () => {
	expect(() => checkFirstMessage([text('Hello. No link here.')])).not.toThrow();
	expect(() => checkFirstMessage([text('See https://example.com')])).toThrow(
		'cannot contain a link',
	);
	expect(() => checkFirstMessage([link('https://example.com')])).toThrow('cannot contain a link');
});

test('whatever the parts, a message that passes keeps the rules of order', () => {
	const part = fc.oneof(
		fc.constant(text('a')),
		fc.constant(photo),
		fc.constant(link('https://example.com/')),
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
			const kinds = parts.map(({ type }) => type).join(' ');
			const allowed =
				parts.length > 0 &&
				!kinds.includes('text text') &&
				(parts.length === 1 || !kinds.includes('link'));
			if (allowed) expect(() => checkParts(parts)).not.toThrow();
			else expect(() => checkParts(parts)).toThrow(InvalidInput);
		}),
	);
});
