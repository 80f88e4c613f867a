import type { IBinaryData } from 'n8n-workflow';
import { isBinaryValue } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { FileUse } from './fileUse';

/** The label of all fields that name a file of the node before, as n8n's own nodes have it. */
export const BINARY_FIELD = 'Input Data Field Name';

/** The name and the declared type of a file. */
export interface Naming {
	fileName?: string;
	mimeType?: string;
}

/** Where a file lies that has to be fetched, since Linq does not take it as it is. */
export class RemoteSource {
	constructor(readonly url: string) {}
}

/**
 * A file of the node before, in the body of a request where Linq wants an id or a URL. The send path
 * uploads it in the item's turn and puts what Linq wants in its place (send/files.ts).
 */
export class BinaryFile {
	/**
	 * @param source the name of the item's binary field; the file itself where an expression took it
	 *   from another node; or where it lies
	 * @param label what the user knows it by, to begin errors with
	 * @param named what the user says about it, in place of what the node before says
	 */
	constructor(
		readonly source: string | IBinaryData | RemoteSource,
		readonly label: string,
		readonly use: FileUse,
		readonly named: Naming = {},
	) {}
}

/**
 * The file that a field names.
 *
 * @param value as the user entered it
 * @throws InvalidInput when nothing is named
 */
export function readBinaryFile(
	value: unknown,
	label: string,
	use: FileUse,
	named?: Naming,
): BinaryFile {
	if (isBinaryValue(value)) return new BinaryFile(value, label, use, named);
	const name = typeof value === 'string' ? value.trim() : '';
	if (name !== '') return new BinaryFile(name, label, use, named);
	throw new InvalidInput(
		`${label} is ${value === undefined || value === '' ? 'empty' : 'not the name of a field'}`,
		'Enter the name of the field that holds the file, as the Binary tab of the input shows it, e.g. data.',
	);
}

/**
 * The files that a field names, separated by commas.
 *
 * @throws InvalidInput when nothing is named
 */
export function readBinaryFiles(value: unknown, label: string, use: FileUse): BinaryFile[] {
	const names =
		typeof value === 'string' ? value.split(',').filter((name) => name.trim()) : [value];
	if (names.length === 0) return [readBinaryFile('', label, use)];
	return names.map((name) => readBinaryFile(name, label, use));
}
