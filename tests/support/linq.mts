import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Linq } from '../../nodes/Linq/Linq.node.ts';
import { UPLOAD } from '../../sandbox/faults.mts';
import type { RecordedRequest } from '../../sandbox/record.mts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.mts';
import { runNode, type NodeRun } from './engine/run.mts';
import type { Setup } from './engine/workflow.mts';
import { SandboxClient } from './sandboxClient.mts';

/** Content of the sandbox's default seed. */
export const seeded = {
	line: '+12025550100',
	secondLine: '+12025550101',
	ava: '+12025550111',
	ben: '+12025550112',
	cleo: '+12025550113',
	chatWithAva: '22222222-0000-4000-8000-000000000001',
	chatWithBen: '22222222-0000-4000-8000-000000000002',
	smsChat: '22222222-0000-4000-8000-000000000003',
	group: '22222222-0000-4000-8000-000000000004',
	fromAva: '33333333-0000-4000-8000-000000000001',
	fromBen: '33333333-0000-4000-8000-000000000005',
	toAva: '33333333-0000-4000-8000-000000000002',
};

/** An id of the right form that the sandbox does not have. */
export const UNKNOWN_ID = '99999999-0000-4000-8000-000000000009';

/** An expression that gives nothing; a required field that is plainly empty stops in n8n itself. */
export const NOTHING = '={{ "" }}';

/** The value of a resource locator, as the editor saves it. */
export const locator = (value: string, mode = 'id') => ({ __rl: true, mode, value });

export interface LinqRun extends NodeRun {
	/** Requests that reached Linq's API, in order; the bytes of files go to its storage. */
	requests: RecordedRequest[];
	/** Body of the first request, without an automatic idempotency key; so is `json`. */
	sent: unknown;
}

/**
 * A sandbox for one test file, back at its seed before each test.
 *
 * Its answers, and the requests it gets, are checked against the contract: a request that does not
 * follow it is answered with 400.
 */
export function useSandbox(options: SandboxOptions = {}) {
	let running: Sandbox | undefined;

	beforeAll(async () => {
		running = await startSandbox(options);
	});

	beforeEach(() => running?.world.reset());

	afterAll(async () => {
		await running?.close();
	});

	const sandbox = (): Sandbox => {
		if (!running) throw new Error('The sandbox runs only during tests');
		return running;
	};

	const credential = () => ({ apiToken: sandbox().token, baseUrl: sandbox().apiBaseUrl });

	const client = () => new SandboxClient(sandbox());

	/** Runs an operation of the Linq node against the sandbox. */
	const run = async (
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		input?: IDataObject[],
		setup: Partial<Setup> = {},
	): Promise<LinqRun> => {
		const before = sandbox().world.record.all().length;
		const result = await runNode(
			{
				node: new Linq(),
				credential: credential(),
				...setup,
				parameters: { resource, operation, ...parameters },
			},
			input,
		);
		const requests = sandbox().world.record.all().slice(before).filter(isToApi);
		const body = requests[0]?.requestBody;
		return {
			...result,
			requests,
			json: result.json.map(withoutAutomaticKey),
			sent: body ? withoutAutomaticKey(JSON.parse(body) as IDataObject) : undefined,
		};
	};

	return { sandbox, credential, client, run };
}

/** The keys that the node makes by itself are the business of tests/nodes/Linq/request alone. */
function withoutAutomaticKey(json: IDataObject): IDataObject {
	return JSON.parse(
		JSON.stringify(json, (name, value: unknown) =>
			name === 'idempotency_key' && /^n8n-[0-9a-f]{64}$/.test(String(value)) ? undefined : value,
		),
	) as IDataObject;
}

/** Whether a request went to Linq's API, and not to its storage. */
export const isToApi = ({ operationId }: RecordedRequest) => operationId !== UPLOAD;

/** Method and path of each request, e.g. `GET /v3/chats?limit=50`. */
export const routes = ({ requests }: LinqRun) =>
	requests.map(({ method, path }) => `${method} ${path}`);
