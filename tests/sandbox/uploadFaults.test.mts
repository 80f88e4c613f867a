import { PNG, silence } from '../support/files.mts';
import { put, type Upload } from '../support/sandboxClient.mts';
import { Lab, SEED, type ErrorAnswer } from './support/lab.mts';

let lab: Lab;
let upload: Upload;
const MEMO = silence(60);

beforeAll(async () => {
	lab = await Lab.start();
});
afterAll(() => lab.close());
beforeEach(async () => {
	lab.sandbox.world.reset();
	upload = await lab.client.ask<Upload>('POST', '/v3/attachments', {
		filename: 'memo.wav',
		content_type: 'audio/x-wav',
		size_bytes: MEMO.length,
	});
});

const fault = (rule: object) => lab.client.control('POST', '/faults', rule);
const isStored = async () => (await lab.client.files())[0]?.uploaded;
const lastRequest = async () =>
	(await lab.client.control<{ requests: object[] }>('GET', '/requests?limit=1')).body.requests[0];

test.each([
	['before', false],
	['middle', false],
	['after', true],
])('a connection that is cut %s: stored %s', async (reset, stored) => {
	await fault({ operation_id: 'uploadFile', reset, times: 1 });
	await expect(put(upload, MEMO)).rejects.toThrow(/closed|ECONNRESET|EPIPE/);
	expect(await isStored()).toBe(stored);
	expect(await lastRequest()).toMatchObject({ method: 'PUT', status: 0, processed: stored });
	expect((await put(upload, MEMO)).status).toBe(200);
	expect(await isStored()).toBe(true);
});

test.each([
	[403, 'AccessDenied'],
	[500, 'InternalError'],
	[503, 'SlowDown'],
])('an answer of %i instead', async (status, code) => {
	await fault({ operation_id: 'uploadFile', status, retry_after: 2, times: 1 });
	const answer = await put(upload, MEMO);
	expect(answer).toMatchObject({ status, text: expect.stringContaining(code) as string });
	expect(answer.headers).toMatchObject({ 'content-type': 'application/xml', 'retry-after': '2' });
	expect(await isStored()).toBe(false);
	expect(await lastRequest()).toMatchObject({ status, processed: false });
});

test('a proxy answers in its place', async () => {
	await fault({ operation_id: 'uploadFile', html: true, times: 1 });
	const answer = await put(upload, MEMO);
	expect(answer).toMatchObject({ status: 502, text: expect.stringContaining('<html>') as string });
});

test('other faults leave uploads alone, and this one the API', async () => {
	await fault({ reset: 'before' });
	expect((await put(upload, MEMO)).status).toBe(200);
	await lab.client.control('DELETE', '/faults');
	await fault({ operation_id: 'uploadFile', reset: 'before' });
	expect((await lab.client.api('GET', '/v3/chats')).status).toBe(200);
});

test('cut in the middle, a request to the API is not carried out', async () => {
	await fault({ operation_id: 'sendMessageToChat', reset: 'middle', times: 1 });
	const before = lab.sandbox.world.state.messages.ofChat(SEED.avaChat).length;
	await expect(lab.send(SEED.avaChat, 'lost')).rejects.toThrow();
	expect(lab.sandbox.world.state.messages.ofChat(SEED.avaChat)).toHaveLength(before);
});

test('a file that was not put cannot be sent', async () => {
	await fault({ operation_id: 'uploadFile', status: 500, times: 1 });
	await put(upload, PNG);
	const { body } = await lab.client.api<ErrorAnswer>(
		'POST',
		`/v3/chats/${SEED.avaChat}/voicememo`,
		{ body: { attachment_id: upload.attachment_id } },
	);
	expect(body.error).toMatchObject({ status: 404, code: 2007 });
});
