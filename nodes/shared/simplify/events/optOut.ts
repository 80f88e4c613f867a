import type { z } from 'zod';

import type { parts } from '../parts';

const WORDS = new Set(['STOP', 'UNSUBSCRIBE', 'OPTOUT', 'CANCEL', 'END', 'QUIT']);

/**
 * Whether a person opts out with a message: from then on Linq refuses what is sent to them
 * (contract/behaviour.md, section 7, "Opt-out"). Only these very words do, alone and in capitals, or
 * "opt out" in any; groups are never blocked.
 */
export function isOptOut(
	list: z.infer<typeof parts>,
	chat: { is_group?: boolean | null },
	direction: string | null,
): boolean {
	const [part, ...more] = list;
	if (direction !== 'inbound' || chat.is_group === true) return false;
	if (part?.type !== 'text' || !part.value || more.length > 0) return false;
	return WORDS.has(part.value) || /^opt[ -]out$/i.test(part.value);
}
