import { Readable } from 'node:stream';
import { request } from 'undici';
import { PNG, silence } from '../support/files.mts';
import { put, type Upload } from '../support/sandboxClient.mts';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
let now = Date.parse('2026-09-01T12:00:00Z');
beforeEach(async () => {
	lab = await Lab.start({ now: () => now });
});
afterEach(() => lab.close());

const ask = async <Body = Upload,>(fields: object = {}) => {
	const file = { filename: 'my photo.png', content_type: 'image/png', size_bytes: PNG.length };
	const body = { ...file, ...fields };
	return (await lab.client.api<Body>('POST', '/v3/attachments', { body })).body;
};

interface Sent extends ErrorAnswer {
	message: { parts: Array<{ id: string; url: string; mime_type: string; size_bytes: number }> };
}

const send = (source: object) =>
	lab.client.api<Sent>('POST', `/v3/chats/${SEED.avaChat}/messages`, {
		body: { message: { parts: [{ type: 'media', ...source }] } },
	});
const sendFile = (id: string) => send({ attachment_id: id });

const memo = (body: object) =>
	lab.client.api<ErrorAnswer & { voice_memo: { voice_memo: object } }>(
		'POST',
		`/v3/chats/${SEED.avaChat}/voicememo`,
		{ body },
	);

test('a file is uploaded, sent, and served back', async () => {
	const upload = await ask();
	const path = `/v3/attachments/${upload.attachment_id}`;
	expect((await lab.client.api('GET', path)).body).toMatchObject({ status: 'pending' });
	expect((await sendFile(upload.attachment_id)).body.error).toMatchObject({ code: 2007 });
	expect((await put(upload, PNG)).status).toBe(200);
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
	const refusal = async (body: Buffer, headers: Record<string, string> = {}, to = upload) => {
		const { status, text } = await put(to, body, headers);
		return [status, /<Code>(.*)<\/Code>/.exec(text)?.[1]];
	};
	const mismatch = [403, 'SignatureDoesNotMatch'];
	expect(await refusal(Buffer.concat([PNG, PNG]))).toEqual(mismatch);
	expect(await refusal(PNG.subarray(1))).toEqual(mismatch);
	expect(await refusal(PNG, { 'content-type': 'image/jpeg' })).toEqual(mismatch);
	expect(await refusal(PNG, { 'content-type': 'image/png; charset=utf-8' })).toEqual(mismatch);
	expect(await refusal(PNG, { authorization: 'Bearer sandbox-token' })).toEqual([
		400,
		'InvalidArgument',
	]);
	expect(await refusal(PNG, { 'x-amz-acl': 'public-read' })).toEqual([403, 'AccessDenied']);
	const forged = { ...upload, upload_url: upload.upload_url.replace(/.$/, '_') };
	expect(await refusal(PNG, {}, forged)).toEqual(mismatch);
	const chunked = {
		method: 'PUT',
		headers: { 'content-type': 'image/png' },
		body: Readable.from([PNG]),
	} as const;
	expect((await request(upload.upload_url, chunked)).statusCode).toBe(411);
	now += 15 * 60_000 + 1;
	expect(await refusal(PNG)).toEqual([403, 'AccessDenied']);
	expect(await lab.client.files()).toMatchObject([{ uploaded: false, type: null, accepted: null }]);
});

test('a second PUT within the time takes the place of the first', async () => {
	const other = Buffer.from(PNG);
	other[PNG.length - 1] = 0;
	const upload = await lab.client.upload('a.png', 'image/png', PNG);
	now += 14 * 60_000;
	expect((await put(upload, other)).status).toBe(200);
	const { body } = await request(upload.download_url);
	expect(Buffer.from(await body.arrayBuffer())).toEqual(other);
});

test('a PUT that the client cuts off in the middle stores nothing', async () => {
	const bytes = silence(60);
	const upload = await ask({
		filename: 'memo.wav',
		content_type: 'audio/x-wav',
		size_bytes: bytes.length,
	});
	async function* half() {
		yield bytes.subarray(0, bytes.length / 2);
		await uploading();
		throw new Error('cut');
	}
	const uploading = async () => {
		// Until the sandbox has begun to read.
		while (lab.sandbox.world.record.all().at(-1)?.method !== 'PUT') {
			await new Promise(setImmediate);
		}
	};
	const headers = { 'content-type': 'audio/x-wav', 'content-length': String(bytes.length) };
	await expect(
		request(upload.upload_url, { method: 'PUT', headers, body: Readable.from(half()) }),
	).rejects.toThrow('cut');
	expect((await sendFile(upload.attachment_id)).body.error).toMatchObject({ code: 2007 });
	expect(await lab.client.files()).toMatchObject([{ uploaded: false }]);
	expect((await put(upload, bytes)).status).toBe(200);
	expect(await lab.client.files()).toMatchObject([{ uploaded: true, type: 'audio/x-wav' }]);
});

test('an upload is recorded as a request, without the proof in its URL', async () => {
	await lab.client.upload('a.png', 'image/png', PNG);
	const { body } = await lab.client.control('GET', '/requests?operation_id=uploadFile');
	expect(body.requests).toMatchObject([
		{
			method: 'PUT',
			path: expect.not.stringContaining('?') as string,
			status: 200,
			processed: true,
		},
	]);
});

test('a type that is not supported and a size out of range are refused', async () => {
	const refused = async (fields: object) => (await ask<ErrorAnswer>(fields)).error.code;
	expect(await refused({ content_type: 'audio/flac' })).toBe(1005);
	expect(await refused({ size_bytes: 0 })).toBe(1005);
	expect(await refused({ size_bytes: 104_857_601 })).toBe(1005);
});

test('a signed URL of a file ends, and another one leads to it', async () => {
	const upload = await ask();
	await put(upload, PNG);
	const [part] = (await sendFile(upload.attachment_id)).body.message.parts;
	const statusAt = async (expires: number) => {
		const response = await request(`${part?.url}?Expires=${expires}&Signature=x`);
		await response.body.dump();
		return response.statusCode;
	};
	expect(await statusAt(now / 1000 + 1)).toBe(200);
	expect(await statusAt(now / 1000)).toBe(403);
});

test('a voice memo is audio of at most 10 MB', async () => {
	const sent = await memo({ voice_memo_url: 'https://example.com/a.m4a' });
	expect(sent.status).toBe(202);
	expect(sent.body).toMatchObject({ voice_memo: { to: [SEED.ava], status: 'queued' } });
	expect((await memo({ voice_memo_url: 'https://example.com/a.png' })).body.error.code).toBe(5004);
	expect((await memo({})).body.error.code).toBe(1001);
	const short = await lab.client.upload('short.wav', 'audio/x-wav', silence(7));
	expect((await memo({ attachment_id: short.attachment_id })).body).toMatchObject({
		voice_memo: { voice_memo: { mime_type: 'audio/x-wav', duration_ms: 7_000 } },
	});
	const long = await lab.client.upload('long.wav', 'audio/x-wav', silence(1_311));
	for (const source of [
		{ attachment_id: long.attachment_id },
		{ voice_memo_url: long.download_url },
	]) {
		expect((await memo(source)).body.error).toMatchObject({ status: 413, code: 5001 });
	}
});

describe("by the sandbox's own URL", () => {
	test('a file is sent, whatever this machine is called, and keeps its type and size', async () => {
		const { attachment_id: id, download_url: url } = await lab.client.upload(
			'a.wav',
			'audio/x-wav',
			silence(1),
		);
		for (const own of [url, url.replace('127.0.0.1', 'localhost')]) {
			const [part] = (await send({ url: own })).body.message.parts;
			expect(part).toMatchObject({
				id,
				url,
				mime_type: 'audio/x-wav',
				size_bytes: silence(1).length,
			});
			expect((await memo({ voice_memo_url: own })).status).toBe(202);
		}
		const parts = Array.from({ length: 41 }, () => ({ type: 'media', url }));
		const many = await lab.client.api('POST', `/v3/chats/${SEED.avaChat}/messages`, {
			body: { message: { parts } },
		});
		expect(many.status).toBe(202);
		const background = await lab.client.api('POST', `/v3/chats/${SEED.avaChat}/background`, {
			body: { type: 'photo', image_url: url },
		});
		expect(background.status).toBe(202);
	});

	test('a file that is gone, too large, or not what its name says is refused', async () => {
		const error = async (source: object) => (await send(source)).body.error;
		const gone = await lab.client.upload('a.png', 'image/png', PNG);
		await lab.client.api('DELETE', `/v3/attachments/${gone.attachment_id}`);
		expect(await error({ url: gone.download_url })).toMatchObject({ status: 500, code: 5002 });
		const large = await lab.client.upload('a.wav', 'audio/x-wav', silence(1_311));
		expect(await error({ url: large.download_url })).toMatchObject({ status: 400, code: 5005 });
		expect((await sendFile(large.attachment_id)).status).toBe(202);
		const misnamed = await lab.client.upload('a.pdf', 'image/png', PNG);
		expect(await error({ url: misnamed.download_url })).toMatchObject({ status: 400, code: 5006 });
		expect((await sendFile(misnamed.attachment_id)).status).toBe(202);
	});

	test.each(['http://127.0.0.1:1/media/x/a.png', 'http://localhost/media/x/a.png'])(
		'plain http to anything else stays refused: %s',
		async (url) => {
			expect((await send({ url })).body.error).toMatchObject({ status: 400, code: 1005 });
			expect((await memo({ voice_memo_url: url })).body.error).toMatchObject({ code: 1005 });
			expect((await send({ url: 'http://example.com/a.png' })).body.error.code).toBe(1004);
		},
	);
});
