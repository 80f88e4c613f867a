/**
 * Sends the same items with this package, n8n's HTTP Request node and n8n-nodes-linq, in the same
 * n8n and against the same sandbox, one after the other in each round.
 *
 * npm run bench:send -- [--scenario a|b|c|d|e] [--rounds N] [--items N]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FaultRule } from '../sandbox/faults.mts';
import type { RecordedRequest } from '../sandbox/record.mts';
import { startSandbox, type Sandbox } from '../sandbox/server.mts';
import { startN8n, type RunningN8n } from '../scripts/n8n/process.mts';
import { isOver, N8nApi } from '../scripts/n8n/api.mts';
import { N8nApiError } from '../scripts/n8n/rest.mts';
import type { WorkflowFile } from '../scripts/n8n/shapes.mts';
import { packPackage } from '../scripts/n8n/pack.mts';
import { reportTo } from '../scripts/progress.mts';
import { ensureRuntime } from '../scripts/runtime/runtime.mts';
import { waitFor } from '../scripts/waitFor.mts';
import {
	httpRequest,
	installOther,
	linq,
	otherPackage,
	type Contender,
	type Target,
} from './contenders.mts';
import { ProcessMeter } from './process.mts';
import { ResponsivenessMeter, type Responsiveness } from './responsiveness.mts';

const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '3' },
		items: { type: 'string', default: '1000' },
		scenario: { type: 'string' },
	},
});
const ROUNDS = Number(values.rounds);
const ITEMS = Number(values.items);
const LATENCY = 40;

interface Scenario {
	name: string;
	recipients: number;
	faults: FaultRule[];
	limit?: { limit: number; windowMs: number };
	retryOnFail: boolean;
	/** Counts from the first round on, where it is not CPU that matters. */
	cold?: boolean;
	contenders(target: Target): Contender[];
	/** Milliseconds that the limit alone takes. */
	ideal?: number;
}

const slow: FaultRule = { delay_ms: LATENCY };
/** Linq's limit for one recipient (contract/behaviour.md, section 4), not scaled down. */
const WINDOW = { limit: 30, windowMs: 60_000 };
/** So many that the limit makes each recipient's last items wait three times. */
const PER_RECIPIENT = 100;

const SCENARIOS: Scenario[] = [
	{
		name: `a: ${ITEMS} items, no limit, ${LATENCY} ms latency`,
		recipients: ITEMS,
		faults: [slow],
		retryOnFail: false,
		contenders: (target) => [
			linq(target),
			linq(target, 'Max Concurrent Requests 10', { maxConcurrentRequests: 10 }),
			linq(target, 'Max Concurrent Requests 25', { maxConcurrentRequests: 25 }),
			linq(target, 'Max Concurrent Requests 100', { maxConcurrentRequests: 100 }),
			httpRequest(target),
			otherPackage(target),
		],
	},
	{
		name: `b: ${ITEMS} items to ${ITEMS / PER_RECIPIENT} recipients, ${WINDOW.limit} per ${WINDOW.windowMs / 1000} s each`,
		recipients: ITEMS / PER_RECIPIENT,
		cold: true,
		faults: [slow],
		limit: WINDOW,
		retryOnFail: false,
		ideal: (Math.ceil(PER_RECIPIENT / WINDOW.limit) - 1) * WINDOW.windowMs,
		contenders: (target) => [
			linq(target),
			httpRequest(target, { batchSize: 50, batchInterval: 1_000 }),
			otherPackage(target),
		],
	},
	{
		name: `c: ${ITEMS} items, 5 % faults, Retry On Fail`,
		recipients: ITEMS,
		faults: [
			{ share: 0.01, seed: 1, status: 500, delay_ms: LATENCY },
			{ share: 0.01, seed: 2, status: 503, retry_after: 1, delay_ms: LATENCY },
			{ share: 0.01, seed: 3, status: 504, delay_ms: LATENCY },
			{ share: 0.01, seed: 4, reset: 'before', delay_ms: LATENCY },
			{ share: 0.01, seed: 5, reset: 'after', delay_ms: LATENCY },
			slow,
		],
		retryOnFail: true,
		contenders: (target) => [linq(target), httpRequest(target), otherPackage(target)],
	},
	// Each in an n8n of its own, so that nothing of the other is left in its memory.
	...[
		(target: Target) => linq(target),
		(target: Target) => httpRequest(target, { batchSize: 10, batchInterval: 10 }),
	].map((contender, index) => ({
		name: `d${index + 1}: ${ITEMS} items, no limit, no latency`,
		recipients: ITEMS,
		faults: [],
		retryOnFail: false,
		cold: true,
		contenders: (target: Target) => [contender(target)],
	})),
	// Nothing set by the user; each in an n8n of its own as above.
	...[
		(target: Target) => linq(target),
		(target: Target) => linq(target, 'batching off', {}, { requestOptions: {} }),
		(target: Target) => httpRequest(target),
		(target: Target) => httpRequest(target, { batchSize: 50, batchInterval: 1_000 }),
	].map((contender, index) => ({
		name: `e${index + 1}: ${ITEMS} items, no limit, ${LATENCY} ms latency`,
		recipients: ITEMS,
		faults: [slow],
		retryOnFail: false,
		cold: true,
		contenders: (target: Target) => [contender(target)],
	})),
];

interface Result extends Responsiveness {
	/** Milliseconds from the start of the execution to the first request. */
	firstMs: number;
	status: string;
	wallMs: number;
	cpuMs: number;
	peakMb: number;
	delivered: number;
	duplicates: number;
	missing: number;
}

const TRIGGER = 'Start';

function workflow(name: string, { node, credential }: Contender, scenario: Scenario): WorkflowFile {
	const next = (to: string) => ({ main: [[{ node: to, type: 'main', index: 0 }]] });
	const list = Array.from({ length: ITEMS }, (_, i) => ({
		to: `+1202${6_000_000 + (i % scenario.recipients)}`,
		text: `Item ${i}`,
	}));
	return {
		name,
		nodes: [
			{ name: TRIGGER, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				name: 'List',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: JSON.stringify({ list }), options: {} },
			},
			{
				name: 'Items',
				type: 'n8n-nodes-base.splitOut',
				typeVersion: 1,
				parameters: { fieldToSplitOut: 'list', options: {} },
			},
			{
				name: 'Send',
				...node,
				...(scenario.retryOnFail && { retryOnFail: true, maxTries: 3, waitBetweenTries: 1_000 }),
				credentials: { [credential.type]: { id: null, name: credential.name } },
			},
		].map((entry, place) => ({ id: `${name}-${place}`, position: [200 * place, 0], ...entry })),
		connections: { [TRIGGER]: next('List'), List: next('Items'), Items: next('Send') },
	};
}

/** A workflow whose last node does nothing: what n8n needs for the items without any sending. */
const nothing: Contender = {
	name: 'nothing',
	node: { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} },
	credential: { name: 'Linq account', type: 'linqApi', data: {} },
};

async function measure(
	{ n8n, api, sandbox, responsiveness }: Bench,
	contender: Contender,
	scenario: Scenario,
): Promise<Result> {
	const { world } = sandbox;
	world.reset();
	for (const fault of scenario.faults) world.faults.add(fault);
	const { id } = await api.createWorkflow(workflow(contender.name, contender, scenario));
	const meter = new ProcessMeter(n8n.process.pid);
	await responsiveness.start();
	meter.start();
	const begun = Date.now();
	await api.run(id, TRIGGER);
	const status = await ended(api, id);
	const used = meter.stop();
	const felt = await responsiveness.stop();
	const counts = new Map<string, number>();
	for (const { direction, parts } of world.state.messages.all()) {
		const [part] = parts;
		if (direction !== 'outbound' || part?.type !== 'text' || !part.value.startsWith('Item '))
			continue;
		counts.set(part.value, (counts.get(part.value) ?? 0) + 1);
	}
	const sent = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return {
		status,
		firstMs: firstRequest(world.record.all()) - begun,
		wallMs: wall(world.record.all()),
		...used,
		...felt,
		delivered: counts.size,
		duplicates: sent - counts.size,
		missing: ITEMS - counts.size,
	};
}

/**
 * Waits for the end of a workflow's only execution. Asks seldom, and not for its data, because n8n's
 * answers cost CPU and memory, too. While n8n prepares many items it takes no requests, and resets
 * connections that it has kept open for too long by then.
 *
 * @returns the status
 */
async function ended(api: N8nApi, workflowId: string): Promise<string> {
	const over = async () => {
		try {
			const [execution] = await api.executions(workflowId);
			return execution && isOver(execution) ? execution.status : undefined;
		} catch (error) {
			if (error instanceof N8nApiError) throw error;
			return undefined;
		}
	};
	return await waitFor('the end', over, { deadline: 1_800_000, interval: 500 });
}

/** Milliseconds from the first request to the last answer. */
function wall(requests: readonly RecordedRequest[]): number {
	const last = requests.reduce((latest, { at, ms }) => Math.max(latest, Date.parse(at) + ms), 0);
	return requests.length === 0 ? 0 : last - firstRequest(requests);
}

/** When the first request came, in epoch milliseconds. */
const firstRequest = (requests: readonly RecordedRequest[]): number =>
	requests.reduce((first, { at }) => Math.min(first, Date.parse(at)), Infinity);

interface Bench {
	n8n: RunningN8n;
	api: N8nApi;
	sandbox: Sandbox;
	responsiveness: ResponsivenessMeter;
}

async function bench(scenario: Scenario, folder: string): Promise<string> {
	const sandbox = await startSandbox({
		token: 'bench',
		validateAnswers: false,
		rateLimit: scenario.limit ?? false,
	});
	const target = { baseUrl: sandbox.apiBaseUrl, token: sandbox.token };
	const userFolder = await mkdtemp(join(folder, 'n8n-'));
	const report = reportTo(process.stderr);
	const { loopFile, env } = ResponsivenessMeter.environment(userFolder);
	await installOther(userFolder, target.baseUrl);
	const n8n = await startN8n({
		runtime: await ensureRuntime({ report }),
		userFolder,
		tarball: await packPackage(folder),
		logFile: join(folder, 'n8n.log'),
		env: {
			N8N_RUNNERS_MODE: 'external',
			N8N_RUNNERS_AUTH_TOKEN: 'bench',
			NODE_FUNCTION_ALLOW_BUILTIN: '',
			...env,
		},
	});
	try {
		const api = await N8nApi.login(n8n.url);
		const contenders = scenario.contenders(target);
		const known = new Set<string>();
		for (const { credential } of contenders) {
			if (known.has(credential.name)) continue;
			known.add(credential.name);
			await api.createCredential(credential.name, credential.type, credential.data);
		}
		const responsiveness = new ResponsivenessMeter(n8n.process.pid, n8n.url, loopFile);
		const all = { n8n, api, sandbox, responsiveness };
		const results = new Map<string, Result[]>();
		// The first round warms up what V8 compiles and is not counted.
		for (let round = scenario.cold ? 1 : 0; round <= ROUNDS; round++) {
			const order = [nothing, ...contenders];
			for (let i = 0; i < order.length; i++) {
				const contender = order[(i + (scenario.cold ? 0 : round)) % order.length] ?? nothing;
				const result = await measure(all, contender, scenario);
				process.stderr.write(`${round} ${contender.name} ${JSON.stringify(result)}\n`);
				if (round === 0) continue;
				results.set(contender.name, [...(results.get(contender.name) ?? []), result]);
			}
		}
		return table(scenario, contenders, results);
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}

function median(results: Result[], what: (result: Result) => number): number {
	const sorted = results.map(what).sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function table(
	scenario: Scenario,
	contenders: Contender[],
	results: Map<string, Result[]>,
): string {
	const idle = median(results.get(nothing.name) ?? [], ({ cpuMs }) => cpuMs);
	const rows = contenders.map(({ name }) => {
		const all = results.get(name) ?? [];
		const wall = median(all, ({ wallMs }) => wallMs);
		return [
			name,
			[...new Set(all.map(({ status }) => status))].join(', '),
			`${median(all, ({ firstMs }) => firstMs).toFixed(0)} ms`,
			`${(wall / 1000).toFixed(2)} s${scenario.ideal ? ` (${(wall / scenario.ideal).toFixed(2)} × ideal)` : ''}`,
			`${((median(all, ({ cpuMs }) => cpuMs) - idle) / ITEMS).toFixed(1)} ms`,
			`${median(all, ({ peakMb }) => peakMb).toFixed(0)} MB`,
			`${median(all, ({ longestBlockMs }) => longestBlockMs).toFixed(0)} ms`,
			`${median(all, ({ healthP95Ms }) => healthP95Ms).toFixed(0)} / ${median(all, ({ healthWorstMs }) => healthWorstMs).toFixed(0)} ms`,
			Math.max(...all.map(({ unhandled }) => unhandled)),
			median(all, ({ delivered }) => delivered),
			median(all, ({ duplicates }) => duplicates),
			median(all, ({ missing }) => missing),
		].join(' | ');
	});
	return [
		`### ${scenario.name}`,
		'',
		'| Node | Execution | First message | Wall | CPU an item | Peak memory | Longest block | /healthz p95 / worst | Unhandled rejections | Delivered | Twice | Missing |',
		'|---|---|---|---|---|---|---|---|---|---|---|---|',
		...rows.map((row) => `| ${row} |`),
		'',
	].join('\n');
}

const folder = await mkdtemp(join(tmpdir(), 'linq-bench-'));
try {
	for (const scenario of SCENARIOS) {
		if (values.scenario && !scenario.name.startsWith(values.scenario)) continue;
		process.stdout.write(`${await bench(scenario, folder)}\n`);
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
