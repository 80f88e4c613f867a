import { accountVerbs } from './account.mts';
import { contactVerbs } from './contact.mts';
import { eventVerbs } from './events.mts';
import { faultVerbs } from './faults.mts';
import { locationVerbs } from './locations.mts';
import { modelVerbs } from './model.mts';
import { observeVerbs } from './observe.mts';
import { paymentVerbs } from './payments.mts';
import { pollVerbs } from './polls.mts';
import { receiveVerbs } from './receive.mts';
import { runVerbs } from './run.mts';
import type { Verb } from './verb.mts';

/** All that the control side can do; `sandbox/README.md` shows each. */
export const verbs: Verb[] = [
	...receiveVerbs,
	...contactVerbs,
	...pollVerbs,
	...locationVerbs,
	...paymentVerbs,
	...accountVerbs,
	...eventVerbs,
	...faultVerbs,
	...modelVerbs,
	...observeVerbs,
	...runVerbs,
];
