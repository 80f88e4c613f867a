import fc, { type Parameters } from 'fast-check';

/*
 * The way from tests to fast-check. Its values come from a fixed seed, so that a run of the same code
 * gives the same result, in CI as at a desk. Looking further is somebody's choice:
 *
 *   SEED=7        other values; SEED=random takes new ones each time, and a failure prints them
 *   RUNS=50       fifty times as many of them in each test
 *
 * Use: `import * as fc from '../support/properties.mts'`.
 */

export * from 'fast-check';

const { SEED = '20260924', RUNS = '1' } = process.env;

/** Where the values of this process come from. */
export const seed: number = SEED === 'random' ? Date.now() % 2 ** 31 : wholeNumber('SEED', SEED);

/** How many times the usual number of values each test gets. */
export const times: number = wholeNumber('RUNS', RUNS);

// Many runs take long on a busy machine. Tests that use this module give no time-out of their own.
jest.setTimeout(600_000 * times);

function wholeNumber(name: string, text: string): number {
	if (!/^\d+$/.test(text)) throw new Error(`${name} is "${text}"; it has to be a whole number`);
	return Number(text);
}

const parametersOf = <T,>(given: Parameters<T>): Parameters<T> => ({
	seed,
	reporter: (run) => {
		if (!run.failed) return;
		const again = times > 1 ? `SEED=${seed} RUNS=${times}` : `SEED=${seed}`;
		const message = `${fc.defaultReportMessage(run) ?? ''}\n\nRun it again with ${again}.`;
		throw new Error(message, { cause: run.errorInstance });
	},
	...given,
	numRuns: (given.numRuns ?? 100) * times,
});

/** fast-check's `assert`, with seed and number of runs as above. */
export const assert: typeof fc.assert = ((property: never, given: Parameters<unknown> = {}) =>
	fc.assert(property, parametersOf(given))) as typeof fc.assert;
