import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { callingCodes } from './phoneMetadata.mts';
import { projectFolder } from './project.mts';

// To be run after an update of libphonenumber-js.
const path = join(projectFolder, 'nodes', 'shared', 'input', 'callingCodes.ts');
const text = `
/** How the numbers of a country look behind its calling code. */
export interface CallingCode {
	/** How many digits they can have, in rising order. */
	readonly lengths: readonly number[];
	/** Whether they are dialed with a 0 before them within the country, which is no part of them. */
	readonly trunkZero?: true;
}

/**
 * By calling code. Made by scripts/callingCodes.mts out of the metadata of Google's libphonenumber
 * (libphonenumber-js); not to be changed by hand.
 */
export const CALLING_CODES: Record<string, CallingCode | undefined> = ${JSON.stringify(callingCodes())};
`.trimStart();

const options = await resolveConfig(path);
await writeFile(path, await format(text, { ...options, filepath: path }));
