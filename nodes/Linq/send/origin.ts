import type { IExecuteSingleFunctions } from 'n8n-workflow';
import { z } from 'zod';

/** Types of our trigger: as installed, and as n8n calls it while one develops. */
const LINQ_TRIGGER = /\.linqTrigger$/;

const withEventId = z.object({ event_id: z.string().min(1) });

const origin = z.object({ executionId: z.string().optional() }).passthrough();

/**
 * The origin of an execution, for its automatic idempotency keys: two executions with the same
 * origin send only once.
 *
 * - The event of Linq that started it. Linq delivers events at least once, and several processes of
 *   n8n can start an execution for the same one.
 * - Else its first execution: n8n's Retry of a failed execution is another one with the data of the
 *   first, the context of this node included (n8n, execution.service.ts, retry).
 *
 * An execution that is started by hand is its own origin, so that a pinned event can be tried again.
 *
 * @returns undefined where n8n gives no id, in some tests of a node
 */
export function originOf(context: IExecuteSingleFunctions): string | undefined {
	const event = context.getMode() === 'manual' ? undefined : eventOf(context);
	return event === undefined ? firstExecutionOf(context) : `event ${event}`;
}

/** The id of the event that started the execution; undefined where Linq Trigger did not. */
function eventOf(context: IExecuteSingleFunctions): string | undefined {
	const { node, source } = context.getExecuteData();
	// A tool hangs on an agent: older ones call it with their own execute data, newer ones have it
	// run as a node whose source they are (n8n-core, requests-response.ts).
	const agents = Object.values(source ?? {}).flatMap((from) => from ?? []);
	const triggers = [node.name, ...agents.flatMap((from) => from?.previousNode ?? [])]
		.flatMap((name) => context.getParentNodes(name))
		.filter(({ type }) => LINQ_TRIGGER.test(type));
	const { $ } = context.getWorkflowDataProxy(context.getItemIndex()) as unknown as {
		$: (name: string) => NodeOutput;
	};
	for (const { name } of triggers) {
		const output = $(name);
		const event = output.isExecuted && withEventId.safeParse(output.first().json).data;
		if (event) return event.event_id;
	}
	return undefined;
}

/** A node as expressions see it. */
interface NodeOutput {
	isExecuted: boolean;
	first(): { json: unknown };
}

/** The id of the execution, or of the first one where n8n retries it. */
function firstExecutionOf(context: IExecuteSingleFunctions): string | undefined {
	const kept = context.getContext('node');
	kept.executionId = origin.parse(kept).executionId ?? context.getExecutionId();
	return kept.executionId as string | undefined;
}
