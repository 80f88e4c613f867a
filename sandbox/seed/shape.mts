import { readFileSync } from 'node:fs';
import { z } from 'zod';

const phone = z.string().regex(/^\+[1-9]\d{1,14}$/, 'must be a phone number in E.164 format');
const handle = z.union([phone, z.string().email()], {
	errorMap: () => ({ message: 'must be a phone number in E.164 format or an email address' }),
});
const service = z.enum(['iMessage', 'RCS', 'SMS']);

/** A seed: what the sandbox starts with. `sandbox/README.md` shows one. */
export const seedFile = z
	.object({
		lines: z
			.array(
				z
					.object({
						id: z.string().uuid().optional(),
						phone_number: phone,
						status: z.enum(['ACTIVE', 'FLAGGED']).default('ACTIVE'),
						/** The kind of line; RCS is an Android phone. */
						type: z.enum(['iMessage', 'RCS']).default('iMessage'),
					})
					.strict(),
			)
			.min(1, 'must have at least one line'),
		contacts: z
			.array(
				z
					.object({
						handle,
						name: z.string().optional(),
						services: z.array(service).min(1).default(['iMessage', 'RCS', 'SMS']),
					})
					.strict(),
			)
			.default([]),
		chats: z
			.array(
				z
					.object({
						id: z.string().uuid().optional(),
						line: phone,
						with: z.array(handle).min(1),
						name: z.string().optional(),
						messages: z
							.array(
								z
									.object({
										id: z.string().uuid().optional(),
										/** A contact's handle; absent means the line itself. */
										from: handle.optional(),
										text: z.string().min(1).max(10_000),
										/** Minutes before the start. */
										minutes_ago: z.number().min(0).default(0),
									})
									.strict(),
							)
							.default([]),
					})
					.strict(),
			)
			.default([]),
	})
	.strict();

export type SeedFile = z.input<typeof seedFile>;
export type Seed = z.output<typeof seedFile>;

/** The seed is not usable; the message says where and why. */
export class SeedError extends Error {}

/**
 * Checks a seed and fills in its defaults.
 *
 * @throws SeedError naming the first field that is wrong
 */
export function parseSeed(input: unknown): Seed {
	const result = seedFile.safeParse(input);
	if (!result.success) {
		const [issue] = result.error.issues;
		const where = issue?.path.join('.') || 'the file';
		throw new SeedError(`The seed is not usable: ${where}: ${issue?.message ?? 'invalid'}`);
	}
	const seed = result.data;
	const lines = new Set(seed.lines.map((line) => line.phone_number));
	for (const [index, chat] of seed.chats.entries()) {
		if (!lines.has(chat.line)) {
			throw new SeedError(`The seed is not usable: chats.${index}.line: ${chat.line} is no line`);
		}
		for (const [at, message] of chat.messages.entries()) {
			if (message.from !== undefined && !chat.with.includes(message.from)) {
				throw new SeedError(
					`The seed is not usable: chats.${index}.messages.${at}.from: ${message.from} is not in the chat`,
				);
			}
		}
	}
	return seed;
}

/**
 * Reads a seed from a JSON file.
 *
 * @throws SeedError when there is no such file, it is no JSON, or its content is wrong
 */
export function readSeed(path: string): Seed {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		throw new SeedError(`The seed file ${path} cannot be read`);
	}
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		const why = error instanceof Error ? error.message : 'invalid';
		throw new SeedError(`The seed file ${path} is not JSON: ${why}`);
	}
	return parseSeed(json);
}
