import { exampleCredential } from '../../scripts/start/examples.mts';
import type { WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';

const AVA = '+12025550111';
const BEN = '+12025550112';
const AVAS_CHAT = '22222222-0000-4000-8000-000000000001';
const BENS_CHAT = '22222222-0000-4000-8000-000000000002';
const MODEL = { name: 'Model', type: 'openAiApi' };
const TRIGGER = 'Linq Trigger';

/** Seconds that a text waits for others. */
const WAIT = 5;

const node = (name: string, type: string, typeVersion: number, parameters: object) => ({
	id: name.toLowerCase().replace(/\W/g, '-'),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	credentials: type.includes('linqapp')
		? { [exampleCredential.type]: { id: null, name: exampleCredential.name } }
		: type.includes('lmChat')
			? { [MODEL.type]: { id: null, name: MODEL.name } }
			: {},
});

const inChat = { __rl: true, mode: 'id', value: `={{ $('${TRIGGER}').item.json.chat_id }}` };

const trigger = (chatIds: string) =>
	node(TRIGGER, 'n8n-nodes-linqapp.linqTrigger', 1.1, {
		events: ['message.received'],
		filters: { chatIds },
		options: { onArrival: ['markAsRead', 'showTyping'] },
	});

/** An agent with a memory and a model, in which nothing is set but which model it is. */
const agent = [
	node('AI Agent', '@n8n/n8n-nodes-langchain.agent', 3.1, { options: {} }),
	node('Memory', '@n8n/n8n-nodes-langchain.memoryBufferWindow', 1.3, {}),
	node('Chat Model', '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, {
		model: { __rl: true, mode: 'id', value: 'sandbox' },
		options: {},
	}),
];

const reply = node('Reply', 'n8n-nodes-linqapp.linq', 1, {
	resource: 'message',
	operation: 'send',
	sendTo: 'chat',
	chatId: inChat,
	text: '={{ $json.output }}',
	options: { formatting: 'markdown', severalMessages: 'blankLines', messagePause: 0.1 },
});

const to = (name: string, type = 'main') => ({ [type]: [[{ node: name, type, index: 0 }]] });

const aroundAgent = {
	Memory: to('AI Agent', 'ai_memory'),
	'Chat Model': to('AI Agent', 'ai_languageModel'),
	'AI Agent': to('Reply'),
};

/** Linq Trigger → AI Agent → Send, as docs/conversations.md describes it under "The session". */
const plain: WorkflowFile = {
	name: 'Plain',
	nodes: [trigger(BENS_CHAT), ...agent, reply],
	connections: { [TRIGGER]: to('AI Agent'), ...aroundAgent },
};

/** The same with what docs/conversations.md puts between under "Several quick texts, one answer". */
const patient: WorkflowFile = {
	name: 'Patient',
	nodes: [
		trigger(AVAS_CHAT),
		node('Wait', 'n8n-nodes-base.wait', 1.1, { amount: WAIT, unit: 'seconds' }),
		node('Get Unanswered', 'n8n-nodes-linqapp.linq', 1, {
			resource: 'message',
			operation: 'getUnanswered',
			chatId: { ...inChat, value: '={{ $json.chat_id }}' },
		}),
		node('If', 'n8n-nodes-base.if', 2.2, {
			conditions: {
				options: { version: 2, caseSensitive: true, leftValue: '', typeValidation: 'strict' },
				combinator: 'and',
				conditions: [
					{
						id: 'latest',
						leftValue: '={{ $json.is_latest }}',
						rightValue: '',
						operator: { type: 'boolean', operation: 'true', singleValue: true },
					},
				],
			},
			options: {},
		}),
		...agent,
		reply,
	],
	connections: {
		[TRIGGER]: to('Wait'),
		Wait: to('Get Unanswered'),
		'Get Unanswered': to('If'),
		If: to('AI Agent'),
		...aroundAgent,
	},
};

describe('conversations in a real n8n', () => {
	let stage: Stage;
	let ids: { plain: string; patient: string };

	const publish = async (workflow: WorkflowFile) => {
		const { id } = await stage.api.createWorkflow(workflow);
		await stage.publish(id);
		return id;
	};

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
		await stage.api.createCredential(MODEL.name, MODEL.type, {
			apiKey: 'any',
			url: stage.sandbox.modelUrl,
		});
		ids = { plain: await publish(plain), patient: await publish(patient) };
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	/** Waits until so many executions of a workflow have ended, with success. */
	const ended = (id: string, count: number) =>
		waitFor(`${count} executions to end`, async () => {
			const all = await stage.api.executions(id);
			return all.length === count && all.every(({ status }) => status === 'success');
		});

	/** The message parts, with styles, that we sent into a chat through the API. */
	const sent = async (chat: string) =>
		(await stage.control.requests('sendMessageToChat'))
			.filter(({ chat_id: id }) => id === chat)
			.flatMap(
				({ request_body: body }) => (body as { message: { parts: object[] } }).message.parts,
			);

	/** The messages to the model in each exchange: role and text. */
	const told = () =>
		stage.sandbox.world.model
			.exchanges()
			.map(({ request }) =>
				request.messages
					.filter(({ role }) => role !== 'system')
					.map(({ role, content }) => `${role}: ${content}`),
			);

	it('an agent with memory needs no expression behind the trigger', async () => {
		await stage.control.receive(BEN, 'I am Ben');
		await ended(ids.plain, 1);
		await stage.control.receive(BEN, 'Who am I?');
		await ended(ids.plain, 2);
		expect(told()).toEqual([
			['user: I am Ben'],
			['user: I am Ben', 'assistant: You said: I am Ben', 'user: Who am I?'],
		]);
		expect(await sent(BENS_CHAT)).toEqual([
			{ type: 'text', value: 'You said: I am Ben' },
			{ type: 'text', value: 'You said: Who am I?' },
		]);
	});

	it('three quick texts start three executions and get one answer, as people write it', async () => {
		stage.sandbox.world.model.clear();
		stage.sandbox.world.model.script([
			{ when: 'Sunday', answer: { text: 'Yes!\n\nWe open at **9 am**.\n\nhttps://a.example/map' } },
		]);
		for (const text of ['Hi', 'quick question', 'are you open on Sunday?']) {
			await stage.control.receive(AVA, text);
		}
		await ended(ids.patient, 3);
		// Ava's last message in the seed is unanswered too.
		expect(told()).toEqual([
			['user: Great, thank you!\nHi\nquick question\nare you open on Sunday?'],
		]);
		expect(await sent(AVAS_CHAT)).toEqual([
			{ type: 'text', value: 'Yes!' },
			{
				type: 'text',
				value: 'We open at 9 am.',
				text_decorations: [{ range: [11, 15], style: 'bold' }],
			},
			{ type: 'link', value: 'https://a.example/map' },
		]);
		expect(await stage.api.executions(ids.plain)).toHaveLength(2);
	});

	it('each chat was marked as read, and the dots were shown', async () => {
		const chats = async (operationId: string) =>
			(await stage.control.requests(operationId)).map(({ chat_id: id }) => id);
		expect((await chats('markChatAsRead')).sort()).toEqual([
			...Array<string>(3).fill(AVAS_CHAT),
			...Array<string>(2).fill(BENS_CHAT),
		]);
		expect(await chats('startTyping')).toEqual(expect.arrayContaining([AVAS_CHAT, BENS_CHAT]));
	});

	it('nobody answers who opts out', async () => {
		await stage.control.receive(BEN, 'STOP');
		await stage.control.settle();
		const [last] = (await stage.control.deliveries()).slice(-1);
		expect(last).toMatchObject({ event_type: 'message.received', state: 'delivered' });
		expect(await stage.api.executions(ids.plain)).toHaveLength(2);
	});
});
