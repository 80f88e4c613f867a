import { z } from 'zod';
import type { ModelAnswer } from '../model/shape.mts';
import { verb, type Verb } from './verb.mts';

const use = z.object({ tool: z.string().min(1), arguments: z.record(z.unknown()).default({}) });

const answer = z
	.object({
		when: z.string().optional(),
		text: z.string().optional(),
		calls: z.array(use).min(1).optional(),
	})
	.strict()
	.refine(({ text, calls }) => (text === undefined) !== (calls === undefined), {
		message: 'give either "text" or "calls"',
	});

const script = z.object({ answers: z.array(answer).min(1) }).strict();

const nothing = z.object({}).strict();

/** Tells the stub of a model what to say, and shows what it was asked. */
export const modelVerbs: Verb[] = [
	verb('POST', '/model', script, ({ answers }, world) => {
		world.model.script(
			answers.map(({ when, text, calls }) => ({
				when,
				answer: (text === undefined ? { calls } : { text }) as ModelAnswer,
			})),
		);
		return { added: answers.length };
	}),

	verb('GET', '/model', nothing, (_input, world) => ({ exchanges: world.model.exchanges() })),
];
