import './environment.mts';

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

/** n8n-core has a container of its own, beside that of other packages of n8n. */
const { Container } = jest.requireActual<{
	Container: { get<Service>(type: new (...args: never[]) => Service): Service };
}>(require.resolve('@n8n/di', { paths: [require.resolve('n8n-core')] }));

let ready: Promise<unknown> | undefined;

/** Puts a file into n8n's binary storage on disk, as a node before does. */
export async function store(
	bytes: Buffer,
	fileName: string,
	mimeType: string,
): Promise<IBinaryData> {
	const service = Container.get(BinaryDataService);
	ready ??= service.init();
	await ready;
	return await service.store(
		{ type: 'execution', workflowId: 'workflow-1', executionId: '1' },
		bytes,
		{ data: '', fileName, mimeType },
	);
}

/** Where n8n keeps binary data: on disk, as by default, or as text in the items. */
export type BinaryMode = 'filesystem' | 'default';

/** Makes n8n keep binary data in a folder of this test file, or in the items. */
export function useBinaryStorage(mode: BinaryMode) {
	let folder = '';

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'linq-binary-'));
		Object.assign(Container.get(BinaryDataConfig), { mode, localStoragePath: folder });
		await Container.get(BinaryDataService).init();
	});

	afterAll(() => rm(folder, { recursive: true, force: true }));

	return {
		/** The bytes of a binary field. */
		bytesOf: async (data: IBinaryData | undefined): Promise<Buffer> => {
			if (!data) throw new Error('There is no such binary field');
			return await Container.get(BinaryDataService).getAsBuffer(data);
		},
		/** The names of all files in the folder, unfinished ones included. */
		stored: async (): Promise<string[]> => {
			const entries = await readdir(folder, { recursive: true, withFileTypes: true });
			return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
		},
	};
}
