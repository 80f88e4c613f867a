import type { CompletionRequest, ModelAnswer, ModelMessage, ToolUse } from './shape.mts';

/**
 * The stub model's answer if nothing is scripted: the same for the same conversation.
 *
 * - After tools were used: their results, one line each, `tool: result`.
 * - To a message with lines such as `use send_text {"text": "Hi"}`: calls of those tools.
 * - Else: `You said: ` and the message.
 */
export function answerTo({ messages, tools }: CompletionRequest): ModelAnswer {
	const results = resultsAtTheEnd(messages);
	if (results.length > 0) return { text: results.join('\n') };
	const said = lastOf(messages, 'user');
	const calls = usesIn(said);
	const unknown = calls.find(
		({ tool }) => !tools.some(({ function: offered }) => offered.name === tool),
	);
	if (unknown) {
		const names = tools.map(({ function: offered }) => offered.name).join(', ');
		return { text: `There is no tool ${unknown.tool}. There are: ${names || 'none'}` };
	}
	return calls.length > 0 ? { calls } : { text: `You said: ${said}` };
}

/** The last words that somebody said, behind which pictures may have come; empty where there are none. */
export const lastOf = (messages: ModelMessage[], role: ModelMessage['role']): string =>
	messages.findLast((message) => message.role === role && message.content !== '')?.content ?? '';

/** The results of tools that came after the last other message, in the order of the calls. */
function resultsAtTheEnd(messages: ModelMessage[]): string[] {
	const asked = messages.findLastIndex(({ role }) => role !== 'tool');
	const calls = messages[asked]?.tool_calls ?? [];
	return messages.slice(asked + 1).map(({ tool_call_id: id, content }) => {
		const name = calls.find((call) => call.id === id)?.function.name ?? 'tool';
		return `${name}: ${content}`;
	});
}

/** `use NAME` or `use NAME {…}`, each on a line of its own. What is no JSON object is no use. */
function usesIn(text: string): ToolUse[] {
	return [...text.matchAll(/^use (\S+)[ \t]*(\{.*\})?[ \t]*$/gm)].flatMap(
		([, tool = '', json = '{}']) => {
			try {
				return [{ tool, arguments: JSON.parse(json) as Record<string, unknown> }];
			} catch {
				return [];
			}
		},
	);
}
