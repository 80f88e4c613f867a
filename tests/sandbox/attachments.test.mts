import { request } from 'undici';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

interface Upload {
	attachment_id: string;
	upload_url: string;
	download_url: string;
	required_headers: Record<string, string>;
}

let lab: Lab;
let now = Date.parse('2026-09-01T12:00:00Z');
beforeEach(async () => {
	lab = await Lab.start({ now: () => now });
});
afterEach(() => lab.close());

const PNG = Buffer.from('not really a picture');

const ask = async (fields: object = {}) =>
	(
		await lab.client.api<Upload>('POST', '/v3/attachments', {
			body: {
				filename: 'my photo.png',
				content_type: 'image/png',
				size_bytes: PNG.length,
				...fields,
			},
		})
	).body;

const put = async (upload: Upload, body: Buffer, headers: Record<string, string> = {}) => {
	const response = await request(upload.upload_url, {
		method: 'PUT',
		body,
		headers: { 'content-type': upload.required_headers['Content-Type'] ?? '', ...headers },
	});
	await response.body.dump();
	return response.statusCode;
};

const sendFile = (id: string) =>
	lab.client.api<ErrorAnswer & { message: { parts: Array<{ url: string }> } }>(
		'POST',
		`/v3/chats/${SEED.avaChat}/messages`,
		{ body: { message: { parts: [{ type: 'media', attachment_id: id }] } } },
	);

test('a file is uploaded, sent, and served back', async () => {
	const upload = await ask();
	const path = `/v3/attachments/${upload.attachment_id}`;
	expect((await lab.client.api('GET', path)).body).toMatchObject({ status: 'pending' });
	expect((await sendFile(upload.attachment_id)).body.error).toMatchObject({ code: 2007 });
	expect(await put(upload, PNG)).toBe(200);
	expect((await lab.client.api('GET', path)).body).toMatchObject({ status: 'complete' });
	const sent = await sendFile(upload.attachment_id);
	const [part] = sent.body.message.parts;
	expect(part).toMatchObject({ filename: 'my photo.png', size_bytes: PNG.length });
	const media = await request(part?.url ?? '');
	expect(media.headers['content-type']).toBe('image/png');
	expect(Buffer.from(await media.body.arrayBuffer())).toEqual(PNG);

	expect((await lab.client.api('DELETE', path)).status).toBe(204);
	const gone = await request(part?.url ?? '');
	await gone.body.dump();
	expect(gone.statusCode).toBe(404);
	expect((await sendFile(upload.attachment_id)).body.error).toMatchObject({ code: 2003 });
});

test('storage takes exactly the announced bytes and headers, without a token, in time', async () => {
	const upload = await ask();
	expect(await put(upload, Buffer.concat([PNG, PNG]))).toBe(403);
	expect(await put(upload, PNG, { 'content-type': 'image/jpeg' })).toBe(403);
	expect(await put(upload, PNG, { authorization: 'Bearer sandbox-token' })).toBe(400);
	const forged = { ...upload, upload_url: upload.upload_url.replace(/.$/, '_') };
	expect(await put(forged, PNG)).toBe(403);
	now += 15 * 60_000 + 1;
	expect(await put(upload, PNG)).toBe(403);
});

test('a type that is not supported and a size out of range are refused', async () => {
	const refused = async (fields: object) =>
		((await ask(fields)) as unknown as ErrorAnswer).error.code;
	expect(await refused({ content_type: 'audio/flac' })).toBe(1005);
	expect(await refused({ size_bytes: 0 })).toBe(1005);
	expect(await refused({ size_bytes: 104_857_601 })).toBe(1005);
});

test('a voice memo is audio of at most 10 MB', async () => {
	const memo = (body: object) =>
		lab.client.api<ErrorAnswer>('POST', `/v3/chats/${SEED.avaChat}/voicememo`, { body });
	const sent = await memo({ voice_memo_url: 'https://example.com/a.m4a' });
	expect(sent.status).toBe(202);
	expect(sent.body).toMatchObject({ voice_memo: { to: [SEED.ava], status: 'queued' } });
	expect((await memo({ voice_memo_url: 'https://example.com/a.png' })).body.error.code).toBe(5004);
	expect((await memo({})).body.error.code).toBe(1001);
	const size_bytes = 10 * 1024 * 1024 + 1;
	const upload = await ask({ filename: 'long.m4a', content_type: 'audio/x-m4a', size_bytes });
	await put(upload, Buffer.alloc(size_bytes));
	const large = await memo({ attachment_id: upload.attachment_id });
	expect(large.body.error).toMatchObject({ status: 413, code: 5001 });
});
