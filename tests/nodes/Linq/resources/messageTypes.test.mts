import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { inItem } from '../../../support/engine/fileInItem.mts';
import type { LinqRun } from '../../../support/linq.mts';
import { NOTHING, seeded, useSandbox } from '../../../support/linq.mts';

const { run } = useSandbox();

const ID = '550e8400-e29b-41d4-a716-446655440000';
const PHOTO = inItem(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'photo.png', 'image/png');
const { properties } = new Linq().description;

const send = (parameters: INodeParameters) =>
	run(
		'message',
		'send',
		{ to: seeded.ava, ...parameters },
		[{ urls: ['https://a.example/1.png', 'https://a.example/2.png'] }],
		{
			files: [{ data: PHOTO, second: PHOTO }],
		},
	);

/** Of the message, which follows the uploads of its files. */
function partsOf({ requests }: LinqRun): object[] {
	const { message } = JSON.parse(requests.at(-1)?.requestBody ?? '') as {
		message: { parts: object[] };
	};
	return message.parts;
}

test('the types are in people’s words, the most usual first', () => {
	const field = properties.find(({ name }) => name === 'messageType');
	expect((field?.options as Array<{ name: string }>).map(({ name }) => name)).toEqual([
		'Text',
		'Photo, Video or File',
		'Link',
		'Several Parts',
		'App Card',
		'App Clip',
		'Experience',
	]);
});

describe('Photo, Video or File', () => {
	test('sends the file of the node before, as it is preset', async () => {
		const result = await send({ messageType: 'media' });
		expect(result.error).toBeUndefined();
		expect(partsOf(result)).toEqual([
			{ type: 'media', attachment_id: expect.any(String) as string },
		]);
	});

	test('sends several, and a caption below them', async () => {
		const result = await send({
			messageType: 'media',
			mediaBinaryField: 'data, second',
			caption: 'Your **table**',
			options: { formatting: 'markdown' },
		});
		expect(result.error).toBeUndefined();
		const media = expect.objectContaining({ type: 'media' }) as object;
		expect(partsOf(result)).toEqual([
			media,
			media,
			{ type: 'text', value: 'Your table', text_decorations: [{ range: [5, 10], style: 'bold' }] },
		]);
	});

	test.each([
		['https://a.example/1.png', ['https://a.example/1.png']],
		[
			' https://a.example/1.png\nhttps://a.example/2.png ',
			['https://a.example/1.png', 'https://a.example/2.png'],
		],
		[
			'https://a.example/1.png, https://a.example/2.png',
			['https://a.example/1.png', 'https://a.example/2.png'],
		],
		[
			'https://a.example/1.png,https://a.example/2.png',
			['https://a.example/1.png', 'https://a.example/2.png'],
		],
		['https://a.example/c_fill,w_200/1.png', ['https://a.example/c_fill,w_200/1.png']],
		['={{ $json.urls }}', ['https://a.example/1.png', 'https://a.example/2.png']],
	])('reads the URLs in %j', async (mediaUrl, urls) => {
		const result = await send({ messageType: 'media', mediaSource: 'url', mediaUrl });
		expect(partsOf(result)).toEqual(urls.map((url) => ({ type: 'media', url })));
	});

	test('sends files that Linq has', async () => {
		const mediaAttachmentId = `${ID}, https://cdn.linqapp.com/attachments/${ID}/a.png`;
		const result = await send({
			messageType: 'media',
			mediaSource: 'attachmentId',
			mediaAttachmentId,
		});
		expect(partsOf(result)).toEqual([
			{ type: 'media', attachment_id: ID },
			{ type: 'media', attachment_id: ID },
		]);
	});

	test.each([
		[{ mediaBinaryField: NOTHING }, 'Input Data Field Name is empty'],
		[{ mediaSource: 'url', mediaUrl: NOTHING }, 'URL is empty'],
		[{ mediaSource: 'url', mediaUrl: 'http://a.example/1.png' }, 'URL must start with https://'],
		[{ mediaSource: 'attachmentId', mediaAttachmentId: NOTHING }, 'Attachment ID is empty'],
		[
			{ mediaSource: 'attachmentId', mediaAttachmentId: '12' },
			'Attachment ID is not a valid ID: "12"',
		],
	])('sends nothing for %j', async (wrong, message) => {
		const { error, requests } = await send({ messageType: 'media', ...wrong });
		expect(error?.message).toContain(message);
		expect(requests).toEqual([]);
	});
});

describe('Link', () => {
	test.each([NOTHING, 'example.com'])('sends nothing for %j', async (link) => {
		const { error, requests } = await send({ messageType: 'link', link });
		expect(error?.message).toContain('Link is not a full URL');
		expect(requests).toEqual([]);
	});

	test('is not offered in Chat > Create, which Linq takes none in', () => {
		const field = properties.find(({ name }) => name === 'messageType');
		const link = (field?.options as INodeProperties[]).find(({ name }) => name === 'Link');
		const shown = (operation: string) =>
			NodeHelpers.displayParameter(
				{ resource: 'x', operation },
				link as INodeProperties,
				null,
				null,
			);
		expect([shown('send'), shown('create')]).toEqual([true, false]);
	});
});

describe('what the editor adds', () => {
	const options = properties.find(({ name }) => name === 'options')?.options as INodeProperties[];
	const named = (name: string) => options.find((option) => option.name === name);

	/** The parameters after any change in n8n's editor (editor, updateNodeParameter). */
	const changed = (parameters: INodeParameters) => {
		const kept = NodeHelpers.getNodeParameters(properties, parameters, false, false, null, null);
		return NodeHelpers.getNodeParameters(properties, kept ?? {}, true, false, null, null) as {
			options: Record<string, unknown>;
			parts: { part: Array<{ textOptions: Record<string, unknown> }> };
		};
	};

	test.each(['textDecorations', 'inlineStickers', 'mention', 'sendWindow'])(
		'%s begins with one entry, and is still there when the next option is added',
		(name) => {
			const option = named(name);
			// Else the editor adds it without its default (CollectionParameterNew.vue, optionSelected).
			expect(option?.typeOptions?.multipleValues).toBeUndefined();
			const added = { [name]: option?.default, effect: 'screen:confetti' } as INodeParameters;
			const base = { resource: 'message', operation: 'send', to: seeded.ava };
			expect(changed({ ...base, text: 'Hi', options: added }).options).toMatchObject({
				[name]: option?.default,
			});
			if (name === 'sendWindow') return;
			const part = { type: 'text', text: 'Hi', textOptions: { [name]: option?.default } };
			const parts = { part: [part] } as INodeParameters;
			const { textOptions } = changed({ ...base, messageType: 'parts', parts }).parts.part[0] ?? {};
			expect(textOptions).toMatchObject({ [name]: option?.default });
		},
	);

	test('Reply To Part is offered below Reply To, when that is filled', () => {
		const shown = (values: INodeParameters) =>
			NodeHelpers.displayParameter(values, named('replyToPart') as INodeProperties, null, null, {
				resource: 'message',
				operation: 'send',
				options: values,
			});
		expect([shown({}), shown({ replyTo: '' }), shown({ replyTo: ID })]).toEqual([
			false,
			false,
			true,
		]);
		expect(shown({ replyTo: '={{ $json.message_id }}' })).toBe(true);
	});
});
