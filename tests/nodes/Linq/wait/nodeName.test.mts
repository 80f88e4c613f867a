import '../../../support/engine/environment.mts';

import {
	createRunExecutionData,
	Workflow,
	type INodeTypes,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { Linq } from '../../../../nodes/Linq/Linq.node.ts';
import { questionOf } from '../../../../nodes/Linq/wait/engine.ts';

const question = {
	nonce: 'n',
	subscriptionId: 's',
	subscribedAt: 'a',
	sealedSecret: 'x',
	chatId: 'c',
	isGroup: false,
	line: null,
	messageId: 'm',
	askedAt: 'a',
	startedAt: 1,
	until: 2,
	poll: null,
	rules: {
		responseType: 'approval',
		people: [],
		words: { approve: [], refuse: [] },
		labels: { approve: 'Yes', refuse: 'No' },
		otherText: 'keepWaiting',
		choices: [],
		pause: 0,
	},
};

/** n8n's own expressions, over a node of any name. */
test.each(["a'b{{}}\\u", '"}}', '👋🏽 Ask', 'سؤال', 'Ask.constructor', '`${x}`', '={{ 1 }}', 'a\nb'])(
	'the question of a node called %s is found',
	(name) => {
		const type = new Linq();
		const nodeTypes = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		} as INodeTypes;
		const node = {
			id: '1',
			name,
			type: 'linq',
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters: {},
		};
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const data = createRunExecutionData({
			executionData: { contextData: { [`node:${name}`]: { question } } },
		});
		const context = {
			getNode: () => node,
			evaluateExpression: (expression: string) =>
				workflow.expression.resolveSimpleParameterValue(
					`=${expression}`,
					{},
					data,
					0,
					0,
					name,
					[],
					'webhook',
					{},
				),
		} as unknown as IWebhookFunctions;
		expect(questionOf(context)).toEqual(question);
	},
);
