import { z } from 'zod';
import type { World } from '../world.mts';

/** The control side cannot do what was asked; the message says why, in a sentence. */
export class ControlError extends Error {
	constructor(
		message: string,
		readonly status = 400,
	) {
		super(message);
	}
}

/** One thing that the control side can do. */
export interface Verb {
	method: 'GET' | 'POST' | 'DELETE';
	/** Below `/sandbox`, with `:name` for parameters. */
	path: string;
	run: (input: unknown, world: World) => unknown;
}

/**
 * Makes a verb whose input is checked: body, query and path parameters in one object.
 *
 * @param run gets the checked input; what it gives back is answered as JSON; it throws ControlError
 *   to refuse
 */
export function verb<Schema extends z.ZodTypeAny>(
	method: Verb['method'],
	path: string,
	schema: Schema,
	run: (input: z.output<Schema>, world: World) => unknown,
): Verb {
	return {
		method,
		path,
		run: (input, world) => {
			const result = schema.safeParse(input);
			if (!result.success) throw new ControlError(sentence(result.error));
			return run(result.data as z.output<Schema>, world);
		},
	};
}

/** Fields that many verbs take. */
export const fields = {
	phone: z.string().regex(/^\+[1-9]\d{1,14}$/, 'must be a phone number in E.164 format'),
	handle: z
		.string()
		.regex(
			/^(\+[1-9]\d{1,14}|[^@\s]+@[^@\s]+\.[^@\s]+)$/,
			'must be a phone number in E.164 format or an email address',
		),
	id: z.string().uuid(),
	service: z.enum(['iMessage', 'RCS', 'SMS']),
};

function sentence(error: z.ZodError): string {
	return error.issues
		.slice(0, 3)
		.map((issue) => `${issue.path.join('.') || 'The input'}: ${issue.message}`)
		.join('; ');
}
