import { isOver, type N8nApi } from '../../scripts/n8n/api.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import {
	countStatuses,
	executionsOf,
	isAcknowledged,
	replies,
	runsOf,
	statusesOf,
	type Ground,
	type Sent,
} from './queue/events.mts';

/**
 * Events of two floods, one at fifty a second and one as fast as they go, and how long Linq repeats
 * them: over half an hour, of which this is the part.
 */
const [STEADY, FAST, patience] =
	process.env.LONG === 'true' ? [1_500, 2_000, 1 / 3] : [60, 60, 1 / 10];
export const PATIENCE = patience;
const PER_SECOND = 50;

const ALL: Array<[what: string, count: number, perSecond: number | undefined]> = [
	[`${STEADY} at ${PER_SECOND} a second`, STEADY, PER_SECOND],
	[`${FAST} as fast as they go`, FAST, undefined],
];

/** So few events make no difference between the two. */
export const FLOODS = process.env.LONG === 'true' ? ALL : ALL.slice(0, 1);

/** A killed n8n, and what a flood needs of it. */
interface Flooded extends Ground {
	api: N8nApi;
}

/**
 * Checks what became of a flood during which processes were killed: of what Linq was told 200 for, all
 * has an execution, nobody is answered twice, and n8n's Retry of what did not end well answers the rest.
 */
export async function checkFlood(
	what: string,
	stage: Flooded,
	workflowId: string,
	sent: Sent[],
): Promise<void> {
	const taken = sent.filter(isAcknowledged);
	const { byEvent, abandoned } = await executionsOf(stage, workflowId, taken);
	const lost = taken.filter((_, place) => byEvent[place]?.length === 0);
	const runs = await runsOf(stage, workflowId);
	const failed = runs.filter((run) => isOver(run) && run.status !== 'success');
	process.stdout.write(
		`${what}: ${sent.length} events, answers ${JSON.stringify(countStatuses(sent))}, ` +
			`${taken.length} taken, ${runs.length} executions, ${failed.length} of them not to the end\n`,
	);
	expect(taken.length).toBeGreaterThan(sent.length / 2);
	expect(abandoned).toEqual([]);
	expect(lost.map(statusesOf)).toEqual([]);
	expect(replies(stage, sent).filter((count) => count > 1)).toEqual([]);

	for (const { id } of failed) await stage.api.retry(id);
	await ended(stage, workflowId);
	const unanswered = taken.filter((one) => replies(stage, [one])[0] !== 1);
	expect(unanswered.map(statusesOf)).toEqual([]);
	expect(replies(stage, sent).filter((count) => count > 1)).toEqual([]);
}

/** Waits until all executions have ended that are going to: a killed process leaves some as they were. */
export async function ended(stage: Ground, workflowId: string): Promise<void> {
	let last = -1;
	await waitFor(
		'the executions to end',
		async () => {
			const open = (await runsOf(stage, workflowId)).filter((run) => !isOver(run)).length;
			const isDone = open === 0 || open === last;
			last = open;
			return isDone;
		},
		{ deadline: 1_200_000, interval: 5_000 },
	);
}
