import * as fc from '../support/properties.mts';
import { loadApi, type Api } from '../../sandbox/contract/api.mts';
import { API_PREFIX } from '../../sandbox/http/api.mts';
import { eventTypes } from '../../sandbox/api/webhooks.mts';
import { contractOperations } from '../support/contract.mts';
import { Receiver } from '../support/receiver.mts';
import { eventCheck, type EventCheck } from './support/events.mts';
import { Pools } from './support/fuzz/pools.mts';
import { requests, type Drawn } from './support/fuzz/requests.mts';
import { exchange, type Answer } from './support/wire.mts';
import { Lab } from './support/lab.mts';

/*
 * Whatever is asked of the API, valid, nearly valid or absurd, the sandbox lives, fails at nothing,
 * and answers in Linq's envelope or as the contract says; so do its events.
 * Requests come in rows, and each row begins with a sandbox that has one of everything.
 */

const LONGEST_ROW = 50;
/** About 600 requests. */
const ROWS = 24;
/** So many requests that nearly every operation succeeds once. */
const MANY = 10_000;

const logged: string[] = [];
let lab: Lab;
let hook: Receiver;
let api: Api;
let checkEvent: EventCheck;

beforeAll(async () => {
	lab = await Lab.start({
		log: (text) => logged.push(text),
		rateLimit: false,
		autoRead: true,
	});
	hook = await Receiver.start();
	api = await loadApi();
	checkEvent = await eventCheck();
});

afterAll(async () => {
	await lab.close();
	await hook.close();
});

/** How often each operation was answered with success, and how many requests there were. */
const succeeded = new Map<string, number>();
let asked = 0;

/** Without bias they are half as long as they may be, on average. */
const rows = fc.noBias(fc.array(requests, { minLength: 1, maxLength: LONGEST_ROW, size: 'max' }));

async function row(drawn: Drawn[]): Promise<void> {
	logged.length = 0;
	const pools = await Pools.fresh(lab, `${hook.url}/hook`);
	await lab.client.api('POST', '/v3/webhook-subscriptions', {
		body: { target_url: `${hook.url}/hook?all`, subscribed_events: eventTypes() },
	});
	hook.forget();
	for (const one of drawn) {
		const request = pools.filled(one);
		const answer = await ask(request);
		const operationId = api.match(request.method, request.path.split('?')[0] ?? '')?.operationId;
		const wrong = faultOf(request.method, operationId, answer);
		if (wrong !== undefined)
			throw new Error(`${wrong}\n${show(request)}\n${JSON.stringify(answer)}`);
		pools.learn(operationId, answer);
		asked++;
		if (operationId !== undefined && answer.status < 300) {
			succeeded.set(operationId, (succeeded.get(operationId) ?? 0) + 1);
		}
	}
	await lab.sandbox.settled();
	if (logged.length > 0) throw new Error(logged.join('\n'));
	const wrongEvents = hook.arrivals
		.filter(({ payload }) => payload.webhook_version === '2026-02-03')
		.flatMap(({ payload }) => checkEvent(payload).map((what) => `${payload.event_type}: ${what}`));
	if (wrongEvents.length > 0) throw new Error(wrongEvents.slice(0, 5).join('\n'));
}

const ask = ({ method, path, headers, body }: Drawn): Promise<Answer> =>
	exchange(lab.sandbox.url, {
		method,
		path: `${API_PREFIX}${path}`,
		headers: [['Authorization', `Bearer ${lab.sandbox.token}`], ...headers],
		body,
	});

/** The fault of an answer; undefined if it has none. */
function faultOf(
	method: string,
	operationId: string | undefined,
	answer: Answer,
): string | undefined {
	const { status, headers, body } = answer;
	// Of 5xx the contract itself asks for one alone: no line can do what was asked.
	if (status >= 500 && !(status === 503 && operationId === 'getAvailableNumber')) {
		return `${operationId ?? 'The sandbox'} answered ${status}`;
	}
	const traceId = headers['x-trace-id'] ?? '';
	if (!/^[0-9a-f]{32}$/.test(traceId)) return 'The answer has no trace id';
	if (method === 'HEAD') return undefined;
	if (status >= 400) return envelopeFault(status, traceId, body);
	if (operationId === undefined) return `Nothing answered ${status}`;
	return api.faultsOf(
		operationId,
		{ status, body: body === '' ? undefined : JSON.parse(body) },
		traceId,
	);
}

function envelopeFault(status: number, traceId: string, body: string): string | undefined {
	const envelope = JSON.parse(body) as {
		success?: unknown;
		error?: { status?: unknown; code?: unknown; message?: unknown; doc_url?: unknown };
		trace_id?: unknown;
	};
	const { success, error = {}, trace_id } = envelope;
	const right =
		success === false &&
		error.status === status &&
		typeof error.code === 'number' &&
		typeof error.message === 'string' &&
		typeof error.doc_url === 'string' &&
		trace_id === traceId;
	return right ? undefined : "The answer is not Linq's envelope";
}

const show = ({ method, path, headers, body = '' }: Drawn): string =>
	[`${method} ${path}`, ...headers.map((header) => header.join(': ')), '', body].join('\n');

test('nothing brings the sandbox down, and all that it says fits the contract', async () => {
	await fc.assert(fc.asyncProperty(rows, row), { numRuns: ROWS });
	const answered = [...succeeded.values()].reduce((sum, count) => sum + count, 0);
	process.stdout.write(
		`${asked} requests, ${answered} answered with success, ${succeeded.size} operations\n`,
	);
	// Otherwise nothing but the refusals has been tried.
	expect(answered / asked).toBeGreaterThan(0.25);
	if (asked < MANY) return;
	const ids = [...contractOperations.values()].map(({ operationId }) => operationId);
	// Some succeed only where several things that exist come together, which is rare.
	expect(ids.filter((id) => !succeeded.has(id)).length).toBeLessThanOrEqual(3);
});
