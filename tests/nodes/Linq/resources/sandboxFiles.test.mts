import { silence } from '../../../support/files.mts';
import { locator, seeded, useSandbox } from '../../../support/linq.mts';

/* Files of a sandbox on this machine have http URLs, and only the sandbox itself reads them. */

const { sandbox, client, run } = useSandbox();
const chatId = locator(seeded.chatWithAva);

/** Uploads a file; gives the URL to download it from. */
async function uploaded(): Promise<{ id: string; url: string }> {
	const upload = await client().upload('memo.wav', 'audio/x-wav', silence(1));
	return { id: upload.attachment_id, url: upload.download_url };
}

const lastParts = () => sandbox().world.state.messages.ofChat(seeded.chatWithAva).at(-1)?.parts;

test('a file is sent by its download URL', async () => {
	const { id, url } = await uploaded();
	expect(url).toMatch(/^http:\/\/127\.0\.0\.1/);
	const part = [{ type: 'media', source: 'url', url }];
	const { error } = await run('message', 'send', {
		sendTo: 'chat',
		chatId,
		messageType: 'parts',
		parts: { part },
	});
	expect(error).toBeUndefined();
	expect(lastParts()).toMatchObject([{ id, url, mime_type: 'audio/x-wav' }]);
});

test('a voice memo is sent by its download URL, also where this machine is called localhost', async () => {
	const { id, url } = await uploaded();
	const voiceMemoUrl = url.replace('127.0.0.1', 'localhost');
	const { error, json } = await run('voiceMemo', 'send', { chatId, voiceMemoUrl });
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({ voice_memo: { id, duration_ms: 1_000 } });
	expect(lastParts()).toMatchObject([{ id }]);
});
