import { answerTo, lastOf } from './answer.mts';
import type { CompletionRequest, ModelAnswer } from './shape.mts';

/** An answer to be given instead of the usual one, once. */
export interface ScriptedAnswer {
	/** A text that the last message of the user has to contain; any message without it. */
	when?: string;
	answer: ModelAnswer;
}

/** A request to a model and its answer. */
export interface Exchange {
	request: CompletionRequest;
	answer: ModelAnswer;
}

/** How many exchanges are remembered. */
const REMEMBERED = 1_000;

/** The stub of a language model: scripted answers first, else those of answerTo(). */
export class Model {
	#scripted: ScriptedAnswer[] = [];
	#exchanges: Exchange[] = [];
	#count = 0;

	/** Adds answers that are given once each, in their order. */
	script(answers: ScriptedAnswer[]): void {
		this.#scripted.push(...answers);
	}

	/** @returns what the model says, and the number of this answer, which rises from 1 */
	ask(request: CompletionRequest): { answer: ModelAnswer; number: number } {
		const answer = this.#takeScripted(request) ?? answerTo(request);
		this.#exchanges = [...this.#exchanges, { request, answer }].slice(-REMEMBERED);
		return { answer, number: ++this.#count };
	}

	/** The last exchanges, oldest first. */
	exchanges(): readonly Exchange[] {
		return this.#exchanges;
	}

	clear(): void {
		this.#scripted = [];
		this.#exchanges = [];
		this.#count = 0;
	}

	#takeScripted({ messages }: CompletionRequest): ModelAnswer | undefined {
		const said = lastOf(messages, 'user');
		const index = this.#scripted.findIndex(({ when }) => when === undefined || said.includes(when));
		if (index < 0) return undefined;
		return this.#scripted.splice(index, 1)[0]?.answer;
	}
}
