import type { IDataObject, IExecuteSingleFunctions, IWebhookFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import type { Question } from './state';
import { question } from './state';

/**
 * Makes n8n wait. What it is given ends the wait where nobody answers: no code of a node runs then,
 * n8n disables the node and hands on its input (n8n-core, workflow-execute.ts, handleWaitingState).
 * That matters for human review: n8n takes any `approved: true` in what comes out for the approval,
 * and the agent's own input can hold one.
 *
 * @param item in place of the input
 */
export async function waitFor(
	context: IExecuteSingleFunctions,
	asked: Question,
	item: IDataObject,
): Promise<void> {
	context.getContext('node').question = { ...asked };
	const { data } = context.getExecuteData();
	for (const type of Object.keys(data)) data[type] = [[{ json: item, pairedItem: { item: 0 } }]];
	// n8n-core gives it to every execution of a node (BaseExecuteContext); n8n-workflow does not say so.
	const waiting = context as IExecuteSingleFunctions & Waiting;
	await waiting.putExecutionToWait(new Date(asked.until));
}

interface Waiting {
	putExecutionToWait(until: Date): Promise<void>;
}

/** The question that the execution waits for; undefined where it does not. */
export function questionOf(context: IWebhookFunctions): Question | undefined {
	// A brace would end the expression, and n8n refuses some words in it, such as `.constructor`.
	const name = context
		.getNode()
		.name.replace(/[^\w ]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	const found: unknown = context.evaluateExpression(`{{ $node["${name}"].context.question }}`, 0);
	return question.safeParse(found).data;
}

/**
 * Refuses, before anything is sent, where n8n cannot wait, or not for each item.
 *
 * @throws InvalidInput
 */
export function assertCanWait(context: IExecuteSingleFunctions): void {
	const { node, data } = context.getExecuteData();
	// Agents before version 3 and MCP servers call a tool themselves: they would be what waits.
	if (node.name !== context.getNode().name) {
		throw new InvalidInput(
			'This agent cannot wait for an answer',
			'Use an AI Agent of version 3 or newer: add the node anew. An MCP server cannot wait at all.',
		);
	}
	const items = Object.values(data)[0]?.[0]?.length ?? 1;
	if (items > 1 && !context.getNode().executeOnce) {
		throw new InvalidInput(
			`${items} items came, but an execution can wait for one answer at a time`,
			'Put the node into a loop with Loop Over Items, or turn on Execute Once in its settings to ask one question for all items.',
		);
	}
}
