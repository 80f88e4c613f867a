import { readFileSync } from 'node:fs';
import { probe } from '../../../nodes/Linq/audio/probe.ts';
import { repack } from '../../../nodes/Linq/audio/repack.ts';

// Started with little room for objects (buffers have their own): says what came of the file.
const [, , path = ''] = process.argv;
const file = readFileSync(path);
probe(file);
try {
	const { bytes, change } = repack(file, 'Memo');
	process.stdout.write(`${change} ${bytes.length}`);
} catch (error) {
	process.stdout.write(error instanceof Error ? error.name : 'not an error');
}
