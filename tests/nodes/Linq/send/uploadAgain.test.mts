import type { INode } from 'n8n-workflow';

import { store } from '../../../support/engine/binaryStorage.mts';
import { PNG } from '../../../support/files.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';

const { run, sandbox } = useSandbox();

/** Sends a file that n8n has in its storage into each chat: the same one, or a copy of it. */
const sendFile = async (chats: string[], settings: Partial<INode>, isCopied = false) => {
	const stored = await store(PNG, 'photo.png', 'image/png');
	const photos = chats.map(async () =>
		isCopied ? await store(PNG, 'photo.png', 'image/png') : { ...stored },
	);
	return await run(
		'message',
		'send',
		{
			sendTo: 'chat',
			chatId: locator('={{ $json.chat }}'),
			text: 'Look',
			options: { attachFiles: 'photo' },
		},
		chats.map((chat) => ({ chat })),
		{ settings, files: (await Promise.all(photos)).map((photo) => ({ photo })) },
	);
};

const { chatWithAva, chatWithBen } = seeded;
const retryOnFail = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };

const refuseOne = () =>
	sandbox().world.faults.add({ operation_id: 'requestUpload', status: 403, times: 1 });

describe('a file whose upload has failed', () => {
	test('is uploaded for the next item', async () => {
		refuseOne();
		const { json } = await sendFile([chatWithAva, chatWithAva], {
			onError: 'continueRegularOutput',
		});
		expect(json).toMatchObject([{ error: expect.any(String) as string }, { text: 'Look' }]);
	});

	test('is uploaded by Retry On Fail', async () => {
		refuseOne();
		const { error, json } = await sendFile([chatWithAva], retryOnFail);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ text: 'Look' }]);
	});

	test('is uploaded by Retry On Fail though copies of it could wait for one another', async () => {
		sandbox().world.faults.add({ operation_id: 'requestUpload', status: 403, times: 2 });
		const { error, json } = await sendFile([chatWithAva, chatWithBen], retryOnFail, true);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ text: 'Look' }, { text: 'Look' }]);
	});
});
