import type { Sandbox } from '../../sandbox/server.mts';
import { exampleCredential } from '../../scripts/start/examples.mts';
import type { Execution, WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { BY_HAND } from './workflows.mts';

/** Names of the nodes. */
export const ASK = 'Ask {them}';
const AGENT = 'AI Agent';
const TOOL = 'Send_to_Ben';

/** As the editor makes workflows; in n8n's old order an agent does not wait for its tools. */
const SETTINGS = { executionOrder: 'v1' };

const linqAccount = {
	[exampleCredential.type]: { id: null, name: exampleCredential.name },
};

const node = (name: string, type: string, typeVersion: number, parameters: object, more = {}) => ({
	id: name.toLowerCase().replace(/\W/g, '-'),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...more,
});

const start = (json: object) => [
	node(BY_HAND, 'n8n-nodes-base.manualTrigger', 1, {}),
	node('Input', 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: JSON.stringify(json),
		options: {},
	}),
];

const to = (name: string, type = 'main') => ({ [type]: [[{ node: name, type, index: 0 }]] });

const inChat = (id: string) => ({ __rl: true, mode: 'id', value: id });

/** A workflow that asks something when it is started by hand, and does nothing with the answer. */
export function asking(name: string, chatId: string, parameters: object): WorkflowFile {
	const question = {
		resource: 'message',
		operation: 'sendAndWait',
		sendTo: 'chat',
		chatId: inChat(chatId),
		message: `${name}?`,
		...parameters,
	};
	return {
		name,
		nodes: [
			...start({ from: 'before' }),
			node(ASK, 'n8n-nodes-linqapp.linq', 1, question, { credentials: linqAccount }),
			// The output of earlier nodes must still be there.
			node('After', 'n8n-nodes-base.set', 3.4, {
				mode: 'raw',
				jsonOutput: `={{ { ...$json, before: $('Input').item.json.from } }}`,
				options: {},
			}),
		],
		connections: { [BY_HAND]: to('Input'), Input: to(ASK), [ASK]: to('After') },
		settings: SETTINGS,
	};
}

/** The item with which the workflow of {@link asking} went on; undefined if it did not. */
export const answerOf = ({ resultData }: Execution): Record<string, unknown> | undefined =>
	resultData.runData.After?.[0]?.data?.main[0]?.[0]?.json;

/** The credential that leads the agent of {@link reviewed} to a model. */
export const MODEL_CREDENTIAL = { name: 'Model', type: 'openAiApi' };

/**
 * A workflow with an agent whose one tool writes to somebody, once a person has approved it.
 *
 * @param chats where the approval is asked for, and where the tool writes
 * @param input what the agent gets
 */
export function reviewed(
	name: string,
	chats: { asked: string; written: string },
	input: object,
	parameters: object,
): WorkflowFile {
	const { name: credential, type } = MODEL_CREDENTIAL;
	return {
		name,
		nodes: [
			...start(input),
			node(AGENT, '@n8n/n8n-nodes-langchain.agent', 3.1, {
				promptType: 'define',
				text: '={{ $json.chatInput }}',
				options: {},
			}),
			node(
				'Model',
				'@n8n/n8n-nodes-langchain.lmChatOpenAi',
				1.2,
				{ model: { __rl: true, mode: 'id', value: 'sandbox' }, options: {} },
				{ credentials: { [type]: { id: null, name: credential } } },
			),
			node(
				ASK,
				'n8n-nodes-linqapp.linqHitlTool',
				1,
				{
					resource: 'message',
					operation: 'sendAndWait',
					responseType: 'approval',
					sendTo: 'chat',
					chatId: inChat(chats.asked),
					message: `=${name}: may I use {{ $tool.name }} with {{ JSON.stringify($tool.parameters) }}?`,
					...parameters,
				},
				{ credentials: linqAccount },
			),
			node(
				TOOL,
				'n8n-nodes-linqapp.linqTool',
				1,
				{
					resource: 'message',
					operation: 'send',
					sendTo: 'chat',
					chatId: inChat(chats.written),
					messageType: 'text',
					text: "={{ $fromAI('text') }}",
					options: {},
				},
				{ credentials: linqAccount },
			),
		],
		connections: {
			[BY_HAND]: to('Input'),
			Input: to(AGENT),
			Model: to(AGENT, 'ai_languageModel'),
			[TOOL]: to(ASK, 'ai_tool'),
			[ASK]: to(AGENT, 'ai_tool'),
		},
		settings: SETTINGS,
	};
}

/** A message that makes the stub model use the tool. */
export const useTool = (text: string) =>
	`use ${TOOL} ${JSON.stringify({ toolParameters: { text }, hitlParameters: {} })}`;

/** Final output of the agent of {@link reviewed}. */
export const saidByAgent = ({ resultData }: Execution): unknown =>
	resultData.runData[AGENT]?.at(-1)?.data?.main[0]?.[0]?.json.output;

/** Does something as soon as a question is out. @param question its chat, and its text */
export async function replyAtOnce<Reply>(
	sandbox: Sandbox,
	question: { chat: string; to: string },
	reply: () => Promise<Reply>,
): Promise<Reply> {
	const isOut = () =>
		sandbox.world.state.messages
			.ofChat(question.chat)
			.some(({ parts }) => parts.some((part) => 'value' in part && part.value === question.to));
	await waitFor('the question to go out', isOut, { deadline: 60_000, interval: 1 });
	return await reply();
}
