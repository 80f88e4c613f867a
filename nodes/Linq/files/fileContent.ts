import { createHash } from 'crypto';
import type { IBinaryData, IExecuteSingleFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { BinaryFile } from './binaryFile';
import { RemoteSource } from './binaryFile';
import type { FileUse } from './fileUse';
import { MEGABYTE } from './fileUse';
import { nameFor, typeFor } from './fileNaming';

/** A file that is ready to be uploaded. */
export interface FileContent {
	name: string;
	/** As Linq calls it (contract/openapi.yaml, SupportedContentType). */
	contentType: string;
	/** In bytes. */
	size: number;
	/** A hash of the bytes, for files that n8n can have stored more than once. */
	digest?(): Promise<string>;
	/** The bytes, as the body of a request; a new stream each time. */
	open(): Promise<Body>;
}

/** A Buffer, or a stream, whose own type would have to be imported from Node.js. */
export type Body = Buffer | (AsyncIterable<Buffer> & { destroy(): void });

/** Bytes that are enough to tell what a file is. */
const HEAD = 4096;

/**
 * Looks at a file of the node before, and reads no more of it than it takes to say whether Linq takes
 * it.
 *
 * @param data as findData() gives it
 * @throws InvalidInput when Linq would refuse the file
 */
export async function readContent(
	context: IExecuteSingleFunctions,
	data: IBinaryData,
	{ label: field, use }: BinaryFile,
): Promise<FileContent> {
	const stored = data.id === undefined ? inMemory(data) : await inStorage(context, data, data.id);
	const label = `${field}: ${describe(stored.name)}`;
	checkSize(stored.size, label, use);
	if (use.convert) {
		const { bytes, contentType, extension } = use.convert(await stored.whole(), label);
		return {
			name: nameFor(stored.name, contentType, extension),
			contentType,
			size: bytes.length,
			open: async () => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
		};
	}
	const { contentType, extension } = typeFor(await stored.head(), stored);
	if (!use.types.includes(contentType)) {
		throw new InvalidInput(
			`${label} is ${contentType === '' ? 'of an unknown type' : contentType}, which Linq does not take here`,
			`Linq takes ${use.typesInWords}.`,
		);
	}
	const { size, digest, open } = stored;
	return { name: nameFor(stored.name, contentType, extension), contentType, size, digest, open };
}

/** @throws InvalidInput for a file that is empty or larger than Linq allows */
function checkSize(size: number, label: string, use: FileUse): void {
	if (size === 0) {
		throw new InvalidInput(`${label} is empty`, 'Check the node that makes the file.');
	}
	if (size > use.maxBytes) {
		throw new InvalidInput(
			`${label} has ${megabytes(size)}, but Linq allows at most ${megabytes(use.maxBytes)}`,
			'Make the file smaller, or send a link to it.',
		);
	}
}

/**
 * Checks what the item itself says of a file, without a look at its bytes: that it is there, and its
 * size where n8n has noted it.
 *
 * @throws InvalidInput
 */
export function checkStated(
	context: IExecuteSingleFunctions,
	{ source, label, named, use }: BinaryFile,
): void {
	if (source instanceof RemoteSource) return;
	const { bytes, fileName = '' } = findData(context, source, label);
	const name = named.fileName ?? fileName;
	if (bytes !== undefined) checkSize(bytes, `${label}: ${describe(name)}`, use);
}

/** Where n8n has the bytes, and what it says of them. */
interface Stored extends Omit<FileContent, 'contentType'> {
	/** The type according to the previous node; may be empty or wrong. */
	declared: string;
	head(): Promise<Buffer>;
	whole(): Promise<Buffer>;
}

/** The bytes are in the item itself, as n8n has it with N8N_DEFAULT_BINARY_DATA_MODE=default. */
function inMemory({ data, fileName = '', mimeType = '' }: IBinaryData): Stored {
	const bytes = Buffer.from(data, 'base64');
	const open = async () => bytes;
	return {
		name: fileName,
		declared: mimeType,
		size: bytes.length,
		head: async () => bytes.subarray(0, HEAD),
		whole: open,
		open,
	};
}

/** The bytes are in n8n's binary storage. */
async function inStorage(
	context: IExecuteSingleFunctions,
	{ fileName, mimeType }: IBinaryData,
	id: string,
): Promise<Stored> {
	const { helpers } = context;
	const open = async () => await helpers.getBinaryStream(id);
	const metadata = await helpers.getBinaryMetadata(id);
	return {
		name: fileName ?? metadata.fileName ?? '',
		declared: mimeType ?? metadata.mimeType ?? '',
		size: metadata.fileSize,
		async head() {
			const chunks: Buffer[] = [];
			let size = 0;
			for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
				chunks.push(chunk);
				size += chunk.length;
				if (size >= HEAD) break;
			}
			return Buffer.concat(chunks).subarray(0, HEAD);
		},
		whole: async () => await helpers.binaryToBuffer(await open()),
		async digest() {
			const hash = createHash('sha256');
			for await (const chunk of (await open()) as AsyncIterable<Buffer>) hash.update(chunk);
			return hash.digest('hex');
		},
		open: async () => (await open()) as Body,
	};
}

/**
 * The file that a field names, as n8n describes it.
 *
 * @throws InvalidInput when the item has none there
 */
export function findData(
	context: IExecuteSingleFunctions,
	source: string | IBinaryData,
	label: string,
): IBinaryData {
	const found = lookInto(context, source);
	if (found) return found;
	const fields = Object.keys(binaryOf(context));
	throw new InvalidInput(
		`${label}: the item has no file in the field "${String(source)}"`,
		fields.length > 0
			? `It has files in: ${fields.join(', ')}. Enter one of these names.`
			: 'Put a node before this one that gives a file, e.g. HTTP Request or Read/Write Files from Disk. Nodes in between, such as Edit Fields, can drop it: an expression such as {{ $("HTTP Request").item.binary.data }} takes it from where it was.',
	);
}

/** n8n's own helper knows both ways of naming files in items, and throws where there is none. */
function lookInto(
	{ helpers }: IExecuteSingleFunctions,
	source: string | IBinaryData,
): IBinaryData | undefined {
	try {
		return helpers.assertBinaryData(source as string);
	} catch {
		return undefined;
	}
}

function binaryOf(context: IExecuteSingleFunctions): object {
	try {
		return context.getInputData().binary ?? {};
	} catch {
		// A call as a tool has no items that could have files.
		return {};
	}
}

const describe = (name: string) => (name === '' ? 'the file' : `"${name}"`);

const megabytes = (bytes: number) => `${Math.ceil((bytes / MEGABYTE) * 10) / 10} MB`;
