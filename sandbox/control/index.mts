import { contactVerbs } from './contact.mts';
import { faultVerbs } from './faults.mts';
import { observeVerbs } from './observe.mts';
import { receiveVerbs } from './receive.mts';
import { runVerbs } from './run.mts';
import type { Verb } from './verb.mts';

/** All that the control side can do; `sandbox/README.md` shows each. */
export const verbs: Verb[] = [
	...receiveVerbs,
	...contactVerbs,
	...faultVerbs,
	...observeVerbs,
	...runVerbs,
];
