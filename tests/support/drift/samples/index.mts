import { account } from './account.mts';
import { chat } from './chat.mts';
import { message } from './message.mts';
import { payment } from './payment.mts';
import type { Samples } from './shape.mts';

/** Samples of every operation of the node, as `resource.operation`. */
export const samples: Samples = { ...account, ...chat, ...message, ...payment };
