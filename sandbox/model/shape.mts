import { z } from 'zod';

/** A text, or a text in parts, as OpenAI's clients send either. */
const content = z
	.union([
		z.string(),
		z.array(z.object({ type: z.string(), text: z.string().optional() }).passthrough()),
	])
	.nullish()
	.transform((value) =>
		Array.isArray(value) ? value.map(({ text }) => text ?? '').join('') : (value ?? ''),
	);

const toolCall = z
	.object({ id: z.string(), function: z.object({ name: z.string() }).passthrough() })
	.passthrough();

const message = z
	.object({
		role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
		content,
		tool_calls: z.array(toolCall).nullish(),
		tool_call_id: z.string().optional(),
	})
	.passthrough();

/** A message of a conversation with a model, as far as the stub reads it. */
export type ModelMessage = z.infer<typeof message>;

/** The body of `POST /chat/completions`, as far as the stub reads it. */
export const completionRequest = z
	.object({
		model: z.string().default('sandbox'),
		messages: z.array(message).min(1),
		tools: z
			.array(z.object({ function: z.object({ name: z.string() }).passthrough() }).passthrough())
			.default([]),
		stream: z.boolean().default(false),
		stream_options: z.object({ include_usage: z.boolean().default(false) }).nullish(),
	})
	.passthrough();

export type CompletionRequest = z.infer<typeof completionRequest>;

/** The body of `POST /audio/speech`, as far as the stub reads it. */
export const speechRequest = z
	.object({ input: z.string().min(1), response_format: z.string().default('mp3') })
	.passthrough();

/** One use of a tool that the model asks for. */
export interface ToolUse {
	tool: string;
	arguments: Record<string, unknown>;
}

/** The model's answer: a text, or tools to use first. */
export type ModelAnswer = { text: string } | { calls: ToolUse[] };
