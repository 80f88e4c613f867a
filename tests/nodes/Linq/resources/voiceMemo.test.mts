import {
	locator,
	NOTHING,
	routes,
	seeded,
	UNKNOWN_ID,
	useSandbox,
} from '../../../support/linq.mts';

const { run } = useSandbox();
const chatId = locator(seeded.chatWithAva);

test('sends the audio behind a URL', async () => {
	const result = await run('voiceMemo', 'send', {
		chatId,
		voiceMemoUrl: 'https://example.com/memo.m4a',
		options: { overrideOptOut: true },
	});
	expect(routes(result)).toEqual([`POST /v3/chats/${seeded.chatWithAva}/voicememo`]);
	expect(result.sent).toEqual({
		voice_memo_url: 'https://example.com/memo.m4a',
		override_optout: true,
	});
	expect(result.json[0]).toMatchObject({ id: expect.any(String) as string, status: 'queued' });
});

test('sends an uploaded audio', async () => {
	const result = await run('voiceMemo', 'send', {
		chatId,
		audioSource: 'attachmentId',
		attachmentId: UNKNOWN_ID,
	});
	expect(result.sent).toEqual({ attachment_id: UNKNOWN_ID });
	expect(result.error?.message).toBe(`Attachment not found: ${UNKNOWN_ID} (Linq error 2003)`);
});

test.each([
	[{ voiceMemoUrl: 'http://example.com/a.m4a' }, 'URL must start with https://'],
	[{ voiceMemoUrl: 'http://localhost:5678/a.m4a' }, 'URL must start with https://'],
	[
		{ voiceMemoUrl: `http://192.168.1.7:4011/media/${UNKNOWN_ID}/a.m4a` },
		'URL must start with https://',
	],
	[{ voiceMemoUrl: NOTHING }, 'URL is empty'],
	[{ audioSource: 'attachmentId', attachmentId: '7' }, 'Attachment ID is not a valid ID: "7"'],
])('sends nothing for %j', async (parameters, message) => {
	const { error, requests } = await run('voiceMemo', 'send', { chatId, ...parameters });
	expect(error?.message).toContain(message);
	expect(requests).toEqual([]);
});
