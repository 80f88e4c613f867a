import type { Answer } from '../operation';
import type { Item } from './item';
import type { Run } from './run';

/** Answers to questions, by run, then by question. */
const answers = new WeakMap<Run, Map<string, Answer>>();

/**
 * Asks Linq once a run what several items want to know, e.g. whether somebody has iMessage; also
 * over the tries of Retry On Fail. Questions share a lane, so the first is answered before the next.
 *
 * @param ask makes the request
 */
export async function answerOnce(
	{ operation, request, run }: Item,
	ask: () => Promise<Answer>,
): Promise<Answer> {
	if (!operation.isQuestion) return await ask();
	const known = answers.get(run) ?? new Map<string, Answer>();
	answers.set(run, known);
	const question = JSON.stringify([request.url, request.body]);
	const answer = known.get(question) ?? (await ask());
	known.set(question, answer);
	return answer;
}
