import { inspect } from 'node:util';

import { clock } from '../../nodes/Linq/send/clock.ts';
import { ERROR_CODES } from '../../nodes/shared/errors/codes.ts';
import { keyPlaceOf } from '../../nodes/Linq/send/route.ts';
import { contractOperation, errorsOf } from '../support/contract.mts';
import { nodeOperations, type NodeOperation } from '../support/drift/fields.mts';
import { NOT_THERE } from '../support/drift/furniture.mts';
import { samples } from '../support/drift/samples/index.mts';
import { Stage } from '../support/drift/stage.mts';

let stage: Stage;
const { sleep } = clock;

beforeAll(async () => {
	stage = await Stage.open();
	// Retries come without a pause.
	clock.sleep = () => Promise.resolve();
});

afterAll(async () => {
	clock.sleep = sleep;
	await stage.close();
});

/** Of many messages, one that is not there is an item that says so. */
const isOutput = ({ label }: NodeOperation, code: number) =>
	label === 'Message > Get Status' && (code === 2001 || code === 2002);

describe.each(nodeOperations.map((one) => [one.label, one] as const))('%s', (_label, one) => {
	const errors = errorsOf(one.route).filter(({ code }) => !isOutput(one, code));
	test.each(errors.map(({ status, code }) => [status, code]))(
		'explains HTTP %i with code %i',
		async (status, code) => {
			const { error, failed } = await provoke(one, status, code);
			expect(failed).toBeGreaterThan(0);
			expect(error?.httpCode).toBe(String(status));
			const { message = '', description } = error ?? {};
			const text = `${message}. ${description ?? ''}`;
			// Asked to wait for too long, it says so first.
			expect(message).toMatch(
				status === 429 ? /^Linq asks to wait 1000 seconds/ : new RegExp(`^[A-Z].*\\(Linq error ${code}\\)$`),
			);
			expect(text).toContain(`(Linq error ${code})`);
			expect(text).toContain(hintFor(one, code));
			expect(description).toMatch(/Trace ID: [0-9a-f]{32}\./);
			expect(inspect(error, { depth: 12 })).not.toContain(stage.sandbox.token);
		},
	);
});

/** Runs an operation while all of its requests fail. */
async function provoke({ name, route, resource, operation }: NodeOperation, status: number, code: number) {
	const { faults } = stage.sandbox.world;
	faults.clear();
	const fault = faults.add({
		operation_id: contractOperation(route).operationId,
		status,
		code,
		...(status === 429 && { retry_after: 1000 }),
	});
	const [parameters = {}] = samples[name]?.(NOT_THERE) ?? [];
	const { error } = await stage.perform(resource.value, operation.value, { ...parameters, options: {} });
	return { error, failed: fault.hits };
}

function hintFor({ operation }: NodeOperation, code: number): string {
	// For a send with a key, "message not found" means a message that was deleted.
	const isReplay = code === 2002 && keyPlaceOf(operation) !== undefined;
	return isReplay ? 'enter another key under Send Only Once' : (ERROR_CODES[code]?.hint ?? 'is not explained');
}
