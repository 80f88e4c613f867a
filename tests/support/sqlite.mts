import { join } from 'node:path';
import { z } from 'zod';

import { run } from '../../scripts/run.mts';
import { installedRuntime } from './runtime.mts';

/** In a process of its own: native modules that jest loads can end it. */
const QUERY = `
	const [, n8n, path, sql, values] = process.argv;
	const load = require('node:module').createRequire(n8n);
	const { Database, OPEN_READONLY } = load('sqlite3');
	new Database(path, OPEN_READONLY).all(sql, JSON.parse(values), (error, rows) => {
		if (error) throw error;
		process.stdout.write(JSON.stringify(rows));
	});
`;

/** The database of an n8n that is one process alone, to look into while it runs or after it. */
export class Sqlite {
	/** @param userFolder of that n8n */
	constructor(private readonly userFolder: string) {}

	async rows<Row>(
		shape: z.ZodType<Row, z.ZodTypeDef, unknown>,
		sql: string,
		values: unknown[] = [],
	): Promise<Row[]> {
		const { node, n8n } = await installedRuntime();
		const path = join(this.userFolder, '.n8n', 'database.sqlite');
		const args = ['-e', QUERY, n8n, path, sql, JSON.stringify(values)];
		return z.array(shape).parse(JSON.parse(await run(node, args, { cwd: this.userFolder })));
	}
}
