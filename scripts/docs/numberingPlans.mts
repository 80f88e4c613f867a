import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { numberingPlans } from './phoneMetadata.mts';
import { projectFolder } from '../project.mts';

// To be run after an update of libphonenumber-js.
const path = join(projectFolder, 'nodes', 'shared', 'input', 'numberingPlans.ts');
const text = `
/**
 * How the phone numbers of a region look, and how they are dialed there. Patterns are the source of
 * regular expressions over digits alone.
 */
export interface NumberingPlan {
	/** Two letters of ISO 3166-1; not there for codes of no country, e.g. international toll-free. */
	readonly region?: string;
	/** In English. */
	readonly name?: string;
	/** Other names, to find it by. */
	readonly alsoCalled?: readonly string[];
	/** A mobile number without + and calling code. */
	readonly example?: string;
	/** Possible counts of digits after the calling code, in ascending order. */
	readonly lengths: readonly number[];
	/** Pattern of every number after the calling code. */
	readonly pattern: string;
	/** Prefix for international calls; 00 if absent. */
	readonly international?: string;
	/** Prefix for calls within the country, if there is one. */
	readonly prefix?: string;
	/** Replacement of the prefix, with $1 for its first group; if absent, the prefix is dropped. */
	readonly transform?: string;
	/**
	 * Mobile numbers, where they look like another number of the country with the country code before
	 * them and no +.
	 */
	readonly mobile?: string;
	/** Its numbers, where they are not as long as those of the main region of its calling code. */
	readonly own?: string;
}

/**
 * By calling code; where regions share one, its main region is the first. Made by
 * scripts/docs/numberingPlans.mts out of the metadata of Google's libphonenumber (libphonenumber-js); not
 * to be changed by hand.
 */
export const NUMBERING_PLANS: Record<string, readonly NumberingPlan[] | undefined> = ${JSON.stringify(numberingPlans())};
`.trimStart();

const options = await resolveConfig(path);
await writeFile(path, await format(text, { ...options, filepath: path }));
