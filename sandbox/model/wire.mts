import type { CompletionRequest, ModelAnswer } from './shape.mts';

/** Makes OpenAI's answers of what the model says; both forms have the same ids. */
export class Completion {
	readonly #id: string;
	readonly #common: object;

	/** @param number of the answer, for its ids */
	constructor(
		private readonly request: CompletionRequest,
		private readonly answer: ModelAnswer,
		number: number,
		nowMs: number,
	) {
		this.#id = `chatcmpl-${number}`;
		this.#common = {
			id: this.#id,
			created: Math.floor(nowMs / 1000),
			model: request.model,
			system_fingerprint: null,
		};
	}

	/** A `chat.completion`, the answer as a whole. */
	whole(): object {
		const message = { role: 'assistant', refusal: null, ...this.#said() };
		return {
			...this.#common,
			object: 'chat.completion',
			choices: [{ index: 0, message, logprobs: null, finish_reason: this.#reason }],
			usage: this.#usage(),
		};
	}

	/** The `chat.completion.chunk`s of a stream; a text comes word by word. */
	chunks(): object[] {
		const deltas: object[] = [{ role: 'assistant', content: '' }];
		if ('text' in this.answer) {
			const words = this.answer.text.match(/\s*\S+\s*/g) ?? [];
			deltas.push(...words.map((content) => ({ content })));
		} else {
			const calls = this.#calls().map((call, index) => ({ index, ...call }));
			deltas.push({ tool_calls: calls });
		}
		const chunks = deltas.map((delta) => this.#chunk([{ index: 0, delta, finish_reason: null }]));
		chunks.push(this.#chunk([{ index: 0, delta: {}, finish_reason: this.#reason }]));
		if (this.request.stream_options?.include_usage) {
			chunks.push({ ...this.#chunk([]), usage: this.#usage() });
		}
		return chunks;
	}

	get #reason() {
		return 'text' in this.answer ? 'stop' : 'tool_calls';
	}

	#chunk(choices: object[]): object {
		return { ...this.#common, object: 'chat.completion.chunk', choices };
	}

	#said(): object {
		return 'text' in this.answer
			? { content: this.answer.text }
			: { content: null, tool_calls: this.#calls() };
	}

	#calls(): object[] {
		if ('text' in this.answer) return [];
		return this.answer.calls.map(({ tool, arguments: args }, index) => ({
			id: `call_${this.#id}_${index}`,
			type: 'function',
			function: { name: tool, arguments: JSON.stringify(args) },
		}));
	}

	/** Words stand for tokens. */
	#usage(): object {
		const count = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
		const prompt = this.request.messages.reduce((sum, { content }) => sum + count(content), 0);
		const completion = count(
			'text' in this.answer ? this.answer.text : JSON.stringify(this.answer),
		);
		return {
			prompt_tokens: prompt,
			completion_tokens: completion,
			total_tokens: prompt + completion,
		};
	}
}
