import { randomUUID } from 'node:crypto';
import type { z } from 'zod';

import { requireFromN8n } from '../../../scripts/n8n/module.mts';
import type { Runtime } from '../../../scripts/runtime/runtime.mts';

/** Where the tests look for PostgreSQL, by the variables that its own programs read. */
const SERVER = {
	host: process.env.PGHOST ?? '127.0.0.1',
	port: Number(process.env.PGPORT ?? 5432),
	user: process.env.PGUSER ?? 'postgres',
	password: process.env.PGPASSWORD ?? '',
};

/** The parts of the driver, `pg`, that are used. */
interface Client {
	connect(): Promise<void>;
	query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
	end(): Promise<void>;
}

interface Driver {
	Client: new (options: typeof SERVER & { database: string }) => Client;
}

async function connect(runtime: Runtime, database: string): Promise<Client> {
	const { Client } = requireFromN8n<Driver>(runtime, 'pg');
	const client = new Client({ ...SERVER, database });
	await client.connect();
	return client;
}

async function onServer(runtime: Runtime, sql: string): Promise<void> {
	const client = await connect(runtime, 'postgres');
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

/** Why there is no PostgreSQL to test with, in words, or undefined. */
export async function lacksPostgres(runtime: Runtime): Promise<string | undefined> {
	return await onServer(runtime, 'select 1').then(
		() => undefined,
		() => `no PostgreSQL at ${SERVER.host}:${SERVER.port} that lets "${SERVER.user}" in`,
	);
}

/** A database of PostgreSQL for one stage. */
export class Database {
	private constructor(
		private readonly runtime: Runtime,
		readonly name: string,
		private readonly client: Client,
	) {}

	static async create(runtime: Runtime): Promise<Database> {
		const name = `linq_e2e_${randomUUID().replaceAll('-', '')}`;
		await onServer(runtime, `create database ${name}`);
		return new Database(runtime, name, await connect(runtime, name));
	}

	/** Environment variables for n8n. */
	get environment(): Record<string, string> {
		return {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: SERVER.host,
			DB_POSTGRESDB_PORT: String(SERVER.port),
			DB_POSTGRESDB_USER: SERVER.user,
			DB_POSTGRESDB_PASSWORD: SERVER.password,
			DB_POSTGRESDB_DATABASE: this.name,
		};
	}

	async rows<Row>(
		shape: z.ZodType<Row, z.ZodTypeDef, unknown>,
		sql: string,
		values: unknown[] = [],
	): Promise<Row[]> {
		const { rows } = await this.client.query(sql, values);
		return rows.map((row) => shape.parse(row));
	}

	/** Tables in which a text stands, in any column of any row. */
	async tablesWith(text: string): Promise<string[]> {
		const { rows } = await this.client.query(
			`select format('%I.%I', schemaname, tablename) as name from pg_tables
			 where schemaname not in ('pg_catalog', 'information_schema')`,
		);
		const found: string[] = [];
		for (const { name } of rows as Array<{ name: string }>) {
			const hits = await this.client.query(
				`select 1 from ${name} as whole where strpos(whole::text, $1) > 0 limit 1`,
				[text],
			);
			if (hits.rows.length > 0) found.push(name);
		}
		return found;
	}

	/** Removes it, also under the hands of an n8n that was killed. */
	async drop(): Promise<void> {
		await this.client.end();
		await onServer(this.runtime, `drop database ${this.name} with (force)`);
	}
}
