/**
 * Linq Trigger beside n8n's Webhook node, and beside a trigger that does nothing: the same n8n, the
 * same deliveries, in turns. All workflows go on to a node that does nothing. A round ends when all its
 * executions have ended well.
 *
 * npm run bench:trigger -- [queue] [deliveries a round] [rounds] [at once] [NAME=value for n8n …]
 * npm run bench:trigger -- --rate 50 [deliveries] [NAME=value for n8n …]
 *
 * With "queue", n8n is a main process, two workers and two webhook processors behind a load balancer,
 * with PostgreSQL and Redis; else it is one process with SQLite. With --rate each gets its deliveries
 * once, at that many a second, in an n8n of its own.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';

import { signatureHeaders } from '../../sandbox/webhooks/sign.mts';
import { owner } from '../../scripts/n8n/owner.mts';
import { N8nRest } from '../../scripts/n8n/rest.mts';
import type { WorkflowFile } from '../../scripts/n8n/shapes.mts';
import { projectFolder } from '../../scripts/project.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { Stage } from '../../tests/support/n8n.mts';
import { QueueStage } from '../../tests/support/queue/stage.mts';
import setUp from '../../tests/support/runtime.mts';
import { onEvents } from '../../tests/support/workflows.mts';
import { fire, flood, median, percentile, type AnswerTimes, type Shot } from './load.mts';

const given = process.argv.slice(2);
const [, rate] = given.includes('--rate') ? given.splice(given.indexOf('--rate'), 2) : [];
const [deliveries = 400, rounds = 6, atOnce = 8] = given
	.filter((word) => /^\d+$/.test(word))
	.map(Number);
const env = Object.fromEntries(
	given.filter((word) => word.includes('=')).map((word) => word.split('=', 2) as [string, string]),
);

interface Contestant {
	name: string;
	workflowId: string;
	url: string;
	/** Executions that it should have by now. */
	expected: number;
	/** Deliveries a second until the last execution has ended, by round. */
	rates: number[];
	answers: AnswerTimes;
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

await setUp();
const extension = join(projectFolder, 'bench', 'trigger', 'extension');
const start = () =>
	(given.includes('queue') ? inQueueMode : alone)({ N8N_CUSTOM_EXTENSIONS: extension, ...env });
let stage = await start();
if (rate !== undefined) {
	await floodEach(Number(rate));
	process.exit();
}
try {
	const rest = await N8nRest.login(stage.editorUrl, owner.email, owner.password);
	const contestants = [await linqTrigger(), await webhookNode(), await bareTrigger()];
	const [{ secret } = { secret: '' }] = stage.sandbox.world.state.subscriptions.all();
	say(`${rounds} rounds of ${deliveries} deliveries each, ${atOnce} at once, after a warm-up\n`);
	for (let round = 0; round <= rounds; round++) {
		// Each is first, second and last in turn.
		const first = round % contestants.length;
		const order = [...contestants.slice(first), ...contestants.slice(0, first)];
		for (const contestant of order) await run(contestant, round === 0);
	}
	report(contestants);

	async function run(contestant: Contestant, warmUp: boolean): Promise<void> {
		const shots = Array.from({ length: deliveries }, () => shot(contestant.url, secret));
		contestant.expected += deliveries;
		const started = performance.now();
		const times = await fire(shots, atOnce);
		await waitFor(
			'the executions to end',
			async () => (await ended(contestant.workflowId)) >= contestant.expected,
			{ deadline: 120_000, interval: 20 },
		);
		if (warmUp) return;
		contestant.rates.push((deliveries * 1000) / (performance.now() - started));
		contestant.answers.push(...times);
	}

	/** How many executions have ended well. */
	async function ended(workflowId: string): Promise<number> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['success'] }));
		const shape = z.object({ count: z.number() });
		return (await rest.call('GET', `/executions?filter=${filter}&limit=1`, shape)).count;
	}
} finally {
	await stage.close();
}

/** An n8n to measure in. */
interface Ground extends Pick<Stage, 'api' | 'sandbox'> {
	/** Where people work. */
	editorUrl: string;
	/** Where deliveries go. */
	webhookUrl: string;
	/** The process that takes the deliveries; the first one, where there are several. */
	pid: number;
	close(): Promise<void>;
}

async function alone(settings: Record<string, string>): Promise<Ground> {
	const started = await Stage.start({ publicationService: true, env: settings });
	const { api, sandbox, n8n } = started;
	const close = () => started.close();
	const { url, process: own } = n8n;
	return { api, sandbox, editorUrl: url, webhookUrl: url, pid: own.pid, close };
}

async function inQueueMode(settings: Record<string, string>): Promise<Ground> {
	const started = await QueueStage.start(settings);
	const { api, sandbox, main, balancer, processors } = started;
	const close = () => started.close();
	const [first = main] = processors;
	const { pid } = first.n8n.process;
	return { api, sandbox, editorUrl: main.n8n.url, webhookUrl: balancer.url, pid, close };
}

/** Linq Trigger, then the Webhook node, at a rate that may be too much for n8n. */
async function floodEach(perSecond: number): Promise<void> {
	say(`${deliveries} deliveries at ${perSecond} a second\n`);
	say('| | answers | answer p50 | p95 | peak memory | executions that ended well |');
	say('|---|---|---|---|---|---|');
	for (const make of [linqTrigger, webhookNode]) {
		const { name, url, workflowId } = await make();
		const [{ secret } = { secret: '' }] = stage.sandbox.world.state.subscriptions.all();
		const shots = Array.from({ length: deliveries }, () => shot(url, secret));
		const peak = watchMemory(stage.pid);
		const { statuses, times } = await flood(shots, perSecond);
		const well = await settled(workflowId);
		const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
		const [p50, p95] = [0.5, 0.95].map((share) => `${percentile(times, share).toFixed(0)} ms`);
		say(`| ${name} | ${answers.join(', ')} | ${p50} | ${p95} | ${peak()} MB | ${well} |`);
		await stage.close();
		if (make === linqTrigger) stage = await start();
	}
}

/** Waits until no execution ends any more. @returns how many have ended well */
async function settled(workflowId: string): Promise<number> {
	const rest = await N8nRest.login(stage.editorUrl, owner.email, owner.password);
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['success'] }));
	let [last, now] = [-1, 0];
	while (now !== last) {
		await setTimeout(3_000);
		const shape = z.object({ count: z.number() });
		[last, now] = [
			now,
			(await rest.call('GET', `/executions?filter=${filter}&limit=1`, shape)).count,
		];
	}
	return now;
}

/** Reads the memory of a process over and over. @returns tells the most it had, in MB, and ends */
function watchMemory(pid: number): () => number {
	let most = 0;
	const timer = setInterval(() => {
		const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
		most = Math.max(most, (pages * 4096) / 1024 / 1024);
	}, 500);
	return () => {
		clearInterval(timer);
		return Math.round(most);
	};
}

async function linqTrigger(): Promise<Contestant> {
	const id = await activate(withNoOp(onEvents('Linq Trigger', { events: ['message.received'] })));
	const [ours] = stage.sandbox.world.state.subscriptions.all();
	return contestant('Linq Trigger', id, ours?.targetUrl ?? '');
}

async function webhookNode(): Promise<Contestant> {
	const path = randomUUID();
	const [trigger] = onEvents('Webhook', {}).nodes;
	const webhook = {
		...trigger,
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		credentials: undefined,
	};
	const id = await activate(withNoOp({ name: 'Webhook', nodes: [webhook], connections: {} }));
	return contestant('Webhook node', id, `${stage.webhookUrl}/webhook/${path}`);
}

async function bareTrigger(): Promise<Contestant> {
	const webhookId = randomUUID();
	const [trigger] = onEvents('Bare Trigger', {}).nodes;
	const bare = {
		...trigger,
		name: 'Bare Trigger',
		type: 'CUSTOM.bare',
		typeVersion: 1,
		webhookId,
		parameters: {},
		credentials: undefined,
	};
	const id = await activate(withNoOp({ name: 'Bare Trigger', nodes: [bare], connections: {} }));
	return contestant('Bare trigger', id, `${stage.webhookUrl}/webhook/${webhookId}/bare`);
}

function contestant(name: string, workflowId: string, url: string): Contestant {
	return { name, workflowId, url, expected: 0, rates: [], answers: [] };
}

async function activate(file: WorkflowFile): Promise<string> {
	const { id } = await stage.api.createWorkflow(file);
	await stage.api.activate(id);
	await stage.api.waitForPublication(id, 'published');
	return id;
}

function withNoOp({ name, nodes }: WorkflowFile): WorkflowFile {
	const [trigger] = nodes;
	const noOp = {
		id: 'end',
		name: 'End',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [208, 0],
		parameters: {},
	};
	return {
		name,
		nodes: [...nodes, noOp],
		connections: { [trigger?.name ?? '']: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
	};
}

/** A delivery as Linq sends it; the Webhook node gets the very same. */
function shot(url: string, secret: string): Shot {
	const event_id = randomUUID();
	const event_type = 'message.received';
	const handle = (number: string, me: boolean) => ({
		id: randomUUID(),
		handle: number,
		is_me: me,
		service: 'iMessage',
		status: 'active',
		joined_at: '2026-01-04T05:48:51.321469Z',
		left_at: null,
	});
	const body = JSON.stringify({
		api_version: 'v3',
		webhook_version: '2026-02-03',
		event_type,
		event_id,
		created_at: '2026-02-05T19:31:13.736Z',
		trace_id: randomUUID(),
		partner_id: 'bench',
		data: {
			id: randomUUID(),
			chat: { id: randomUUID(), is_group: false, owner_handle: handle('+12025550100', true) },
			direction: 'inbound',
			sender_handle: handle('+12025550111', false),
			parts: [{ type: 'text', value: 'Is anybody there?' }],
			effect: null,
			reply_to: null,
			service: 'iMessage',
			sent_at: '2026-02-05T19:31:13.074Z',
		},
	});
	const signed = signatureHeaders(
		{ id: 'bench', secret },
		{ event_id, event_type },
		body,
		Date.now(),
	);
	return { url, headers: { 'content-type': 'application/json', ...signed }, body };
}

function report(all: Contestant[]): void {
	say('| | deliveries/s, median of rounds | lowest–highest | answer p50 | p95 | p99 |');
	say('|---|---|---|---|---|---|');
	for (const { name, rates, answers } of all) {
		const [low, high] = [Math.min(...rates), Math.max(...rates)].map((rate) => rate.toFixed(1));
		const times = [0.5, 0.95, 0.99].map((share) => `${percentile(answers, share).toFixed(0)} ms`);
		say(`| ${name} | ${median(rates).toFixed(1)} | ${low}–${high} | ${times.join(' | ')} |`);
	}
	const [ours, ...others] = all;
	say('');
	for (const { name, rates } of others) {
		const ratios = (ours?.rates ?? []).map((rate, round) => rate / (rates[round] ?? NaN));
		say(`Linq Trigger / ${name}, median of the rounds: ${median(ratios).toFixed(2)}`);
	}
}
