import type { INodeParameters } from 'n8n-workflow';

import { contractOperation } from '../support/contract.mts';
import { bodyPlaces } from '../support/drift/places.mts';
import { locator, seeded, useSandbox } from '../support/linq.mts';
import { sendOnce } from '../support/sendOnce.mts';

const { run } = useSandbox();
const chatId = locator(seeded.chatWithAva);

const times = <Entry,>(count: number, make: (index: number) => Entry): Entry[] =>
	Array.from({ length: count }, (_, index) => make(index));

const inChat = { sendTo: 'chat', chatId };

type Row = [
	resource: string,
	operation: string,
	route: string,
	place: string,
	limit: 'maxLength' | 'maxItems' | 'maxProperties',
	parameters: (size: number) => INodeParameters,
];

/** Values with a limit in the contract, and the parameters that make them of a given size. */
const rows: Row[] = [
	[
		'message',
		'send',
		'POST /v3/chats/{chatId}/messages',
		'message.parts[text].value',
		'maxLength',
		(size) => ({ ...inChat, text: 'x'.repeat(size) }),
	],
	[
		'message',
		'send',
		'POST /v3/chats/{chatId}/messages',
		'message.parts[link].value',
		'maxLength',
		(size) => ({ ...inChat, messageType: 'link', link: 'https://example.com/'.padEnd(size, 'x') }),
	],
	[
		'message',
		'send',
		'POST /v3/chats/{chatId}/messages',
		'message.parts[imessage_app].url',
		'maxLength',
		(size) => ({
			...inChat,
			messageType: 'appCard',
			app: { app: { bundleId: 'com.shop', appName: 'Shop', teamId: 'A1B2C3D4E5' } },
			cardLayout: { caption: 'Order' },
			cardLink: 'data:text/plain,'.padEnd(size, 'x'),
		}),
	],
	[
		'message',
		'send',
		'POST /v3/chats/{chatId}/messages',
		'message.parts[text].text_decorations',
		'maxItems',
		(size) => ({
			...inChat,
			text: 'x'.repeat(200),
			options: {
				textDecorations: {
					decorations: { decoration: times(size, (index) => ({
						decoration: 'bold',
						appliesTo: 'range',
						start: index,
						end: index + 1,
					})) },
				},
			},
		}),
	],
	[
		'message',
		'send',
		'POST /v3/chats/{chatId}/messages',
		'message.parts[text].inline_stickers',
		'maxItems',
		(size) => ({
			...inChat,
			text: '★ '.repeat(size),
			options: {
				inlineStickers: {
					stickers: { sticker: [{ phrase: '★', source: 'url', url: 'https://example.com/star.png' }] },
				},
			},
		}),
	],
	[
		'message',
		'send',
		'POST /v3/chats/{chatId}/messages',
		'message.parts',
		'maxItems',
		(size) => ({
			...inChat,
			messageType: 'parts',
			parts: {
				part: times(size, () => ({
					type: 'media',
					source: 'url',
					url: 'https://cdn.linqapp.com/a.png',
				})),
			},
		}),
	],
	[
		'message',
		'send',
		'POST /v3/chats/{chatId}/messages',
		'message.idempotency_key',
		'maxLength',
		(size) => ({ ...inChat, text: 'Hello', options: sendOnce('exactKey', 'k'.repeat(size)) }),
	],
	[
		'message',
		'send',
		'POST /v3/messages',
		'to',
		'maxItems',
		(size) => ({ to: times(size, (index) => `+12025560${100 + index}`).join(), text: 'Hello' }),
	],
	[
		'paymentRequest',
		'create',
		'POST /v3/payment_requests',
		'metadata',
		'maxProperties',
		(size) => ({
			amount: 1,
			options: {
				metadata: { entries: { entry: times(size, (index) => ({ key: `k${index}`, value: '' })) } },
			},
		}),
	],
	[
		'attachment',
		'createUpload',
		'POST /v3/attachments',
		'filename',
		'maxLength',
		(size) => ({ fileName: '.png'.padStart(size, 'x'), contentType: 'image/png', sizeBytes: 1 }),
	],
];

test.each(rows)(
	'%s %s: %s %s is limited by %s of the contract',
	async (resource, operation, route, place, limit, parameters) => {
		const most = bodyPlaces(route).get(place)?.schema[limit];
		if (most === undefined) {
			throw new Error(`${contractOperation(route).operationId} has no ${limit} at ${place}`);
		}
		const { error, requests } = await run(resource, operation, parameters(most));
		expect(error).toBeUndefined();
		expect(requests).toHaveLength(1);
		const more = await run(resource, operation, parameters(most + 1));
		expect(more.error?.message).toMatch(new RegExp(`${most + 1}|at most ${most}`));
		expect(more.requests).toEqual([]);
	},
);
