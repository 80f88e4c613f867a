import * as fc from '../../../support/properties.mts';

import type { MessagePart } from '../../../../nodes/Linq/message/content.ts';
import { notPlain } from '../../../../nodes/Linq/message/plain.ts';
import { splitFirst, whyNotSplit } from '../../../../nodes/Linq/message/splitFirst.ts';

const text = (value: string): MessagePart => ({ type: 'text', value });
const link = (value: string): MessagePart => ({ type: 'link', value });
const file: MessagePart = { type: 'media', url: 'https://example.com/a.png' };
const other: MessagePart = { type: 'media', url: 'https://example.com/b.png' };

test.each<[string, MessagePart[], MessagePart[] | undefined, MessagePart[] | undefined]>([
	[
		'a link in the last sentence',
		[text('Hi Ava. Track it here: https://a.example/1')],
		[text('Hi Ava.')],
		[text('Track it here: https://a.example/1')],
	],
	[
		'a link on a line of its own',
		[text('Hi Ava\n\nhttps://a.example/1')],
		[text('Hi Ava')],
		[link('https://a.example/1')],
	],
	[
		'a link with a full stop behind it, which would be part of it',
		[text('Hi Ava\nhttps://a.example/1.')],
		[text('Hi Ava')],
		[text('https://a.example/1.')],
	],
	[
		'a link in the only sentence',
		[text('See our offer (https://a.example) today')],
		[text('See our offer')],
		[text('(https://a.example) today')],
	],
	[
		'a sentence after the link',
		[text('Hi! See www.a.example. Bye! https://b.example')],
		[text('Hi!')],
		[text('See www.a.example. Bye! https://b.example')],
	],
	['a text and files', [text('Look:'), file, other], [text('Look:')], [file, other]],
	['a file before the text', [file, text('Look')], [text('Look')], [file]],
	[
		'files between texts',
		[text('One'), file, text('Two'), other],
		[text('One')],
		[file, text('Two'), other],
	],
	['a link at the begin', [text('https://a.example is new')], undefined, undefined],
	['a link alone', [link('https://a.example')], undefined, undefined],
	['a file alone', [file], undefined, undefined],
])('%s', (_, parts, first, rest) => {
	expect(splitFirst(parts)).toEqual(first && { first, rest });
});

test('styles stay where they are', () => {
	const value = 'Hello Ava. See it: https://a.example';
	const style = (range: [number, number]) => ({ range, style: 'bold' });
	const decorations = [style([6, 9]), style([0, 14]), style([11, 14])];
	const [part] = [{ type: 'text' as const, value, text_decorations: decorations }];
	expect(splitFirst([part])).toEqual({
		first: [
			{ type: 'text', value: 'Hello Ava.', text_decorations: [style([6, 9]), style([0, 10])] },
		],
		rest: [
			{
				type: 'text',
				value: 'See it: https://a.example',
				text_decorations: [style([0, 3]), style([0, 3])],
			},
		],
	});
});

test('nothing is lost, and what comes first is nothing but words', () => {
	const piece = fc.constantFrom(
		'Hi',
		'. ',
		' ',
		'\n',
		'https://a.example',
		'www.b.example',
		'!',
		' (x)',
	);
	fc.assert(
		fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
			const value = pieces.join('');
			const split = splitFirst([text(value)]);
			if (!split || !notPlain([text(value)])) return;
			const [head] = split.first;
			const [tail] = split.rest as Array<{ value: string }>;
			expect(notPlain([head])).toBeUndefined();
			expect(`${head.value}${tail?.value}`.replace(/\s/g, '')).toBe(value.replace(/\s/g, ''));
		}),
	);
});

test.each<[string, MessagePart[] | undefined]>([
	['no words to begin with', [file]],
	['no words to begin with', undefined],
	[
		'its text cannot be cut, because it has a mention in it',
		[{ type: 'text', value: 'Hi Ava. See https://a.example', mention: '+12025550111' } as never],
	],
	[
		'its text cannot be cut, because it has a sticker in it',
		[{ type: 'text', value: 'Hi Ava. See https://a.example', inline_stickers: [{}] } as never],
	],
])('says why a message is not split: %s', (reason, parts) => {
	expect(splitFirst(parts ?? [])).toBeUndefined();
	expect(whyNotSplit(parts).reason).toBe(reason);
});
