import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { ExecuteContext } from 'n8n-core';
import { createEmptyRunExecutionData, type IExecuteData } from 'n8n-workflow';

import { LinqTrigger } from '../../../../nodes/LinqTrigger/LinqTrigger.node.ts';
import { storeFile, type Label } from '../../../../nodes/shared/files/storeFile.ts';
import { useBinaryStorage, type BinaryMode } from '../../../support/engine/binaryStorage.mts';
import { buildWorkflow } from '../../../support/engine/workflow.mts';
import { breaksOff, stalls, status, useFileHost, whole } from '../../../support/fileHost.mts';

const MAX = 200_000;
const limit = { maxBytes: MAX, by: 'the option Maximum File Size', advice: 'Raise it.' };
const FILE = randomBytes(MAX);

const files = useFileHost();

/** A node of n8n's own make, with its request and storage helpers. */
function context() {
	const { workflow, node, additionalData } = buildWorkflow({
		node: new LinqTrigger(),
		credential: {},
	});
	return new ExecuteContext(
		workflow,
		node,
		additionalData,
		'webhook',
		createEmptyRunExecutionData(),
		0,
		[],
		{},
		{} as IExecuteData,
		[],
	);
}

const store = (path: string, { signal, ...label }: Label & { signal?: AbortSignal } = {}) =>
	storeFile(context(), `${files.url}${path}`, label, {
		network: { baseUrl: files.url },
		limit,
		signal: signal ?? new AbortController().signal,
	});

describe.each<BinaryMode>(['filesystem', 'default'])('with binary data in %s', (mode) => {
	const { bytesOf, stored } = useBinaryStorage(mode);

	/** Expects a file that cannot be fetched to give an error, and leave nothing behind. */
	const fails = async (path: string, signal?: AbortSignal) => {
		const before = await stored();
		const { message } = await store(path, { signal }).then(
			() => new Error('It was stored'),
			(error: Error) => error,
		);
		expect(await stored()).toEqual(before);
		return message;
	};

	test('a file comes out byte by byte, under its name and type', async () => {
		files.answers['/a'] = whole(FILE);
		const found = await store('/a', { filename: '../../x\r\n.png', mime_type: 'image/png' });
		if (typeof found === 'number') throw new Error(`Status ${found}`);
		expect(found).toMatchObject({
			size: MAX,
			binary: { fileName: 'x.png', mimeType: 'image/png', fileExtension: 'png', bytes: MAX },
		});
		expect((await bytesOf(found.binary)).equals(FILE)).toBe(true);
		expect(files.asked).toEqual([{ path: '/a', authorization: undefined }]);
	});

	test('its server and its address tell what nobody else does', async () => {
		files.answers['/a/My%20photo.png'] = whole(FILE, 'image/png');
		files.answers['/a/%E0%A4%A'] = whole(FILE, 'text/\tnonsense');
		expect(await store('/a/My%20photo.png?signature=x')).toMatchObject({
			binary: { fileName: 'My photo.png', mimeType: 'image/png' },
		});
		expect(await store('/a/%E0%A4%A')).toMatchObject({
			binary: { fileName: '%E0%A4%A', mimeType: 'application/octet-stream' },
		});
	});

	test('one byte too many, whatever its server says of the size', async () => {
		const large = Buffer.concat([FILE, Buffer.alloc(1)]);
		files.answers['/declared'] = whole(large);
		files.answers['/chunked'] = (response) => response.writeHead(200).end(large);
		files.answers['/zipped'] = (response) =>
			response
				.writeHead(200, { 'content-encoding': 'gzip' })
				.end(gzipSync(Buffer.alloc(100 * MAX)));
		for (const path of ['/declared', '/chunked', '/zipped']) {
			expect(await fails(path)).toContain('larger than 0.19');
		}
	});

	test('one that stalls after too much is not waited for', async () => {
		files.answers['/a'] = stalls(Buffer.alloc(MAX + 1));
		expect(await fails('/a')).toContain('larger than');
		await files.cut();
	});

	test('one that breaks off', async () => {
		files.answers['/a'] = breaksOff(FILE);
		expect(await fails('/a')).toBe('The file could not be downloaded: the connection was closed');
	});

	test('one that drips, until it is ended', async () => {
		const ending = new AbortController();
		files.answers['/a'] = stalls(FILE.subarray(0, 1000), () => ending.abort());
		expect(await fails('/a', ending.signal)).toContain('could not be downloaded');
		await files.cut();
	});

	test('one whose server has something else to say', async () => {
		files.answers['/a'] = status(403);
		expect(await store('/a')).toBe(403);
	});

	test('errors do not tell the address', async () => {
		files.answers['/a'] = status(302, { location: 'http://127.0.0.1:1/a?signature=secret' });
		const message = await fails('/a');
		expect(message).toContain('nothing is listening there');
		expect(message).not.toContain('secret');
	});
});
