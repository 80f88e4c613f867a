import type { IExecuteSingleFunctions } from 'n8n-workflow';

import { InvalidInput } from '../../shared/errors/invalidInput';
import { quote, readText } from '../../shared/input/text';
import { optionOf } from './option';

/** How often an item may be sent, as the option Send Only Once says (fields/sendOnce.ts). */
export type SendOnce =
	| { mode: 'execution' | 'always' }
	| {
			mode: 'key' | 'exactKey';
			key: string;
	  };

/** The same as it comes, maybe from an expression. */
interface Rule {
	mode?: unknown;
	key?: unknown;
}

/** Longest key that Linq takes (contract/behaviour.md, section 5). */
export const MAX_KEY = 255;

const LABEL = 'Send Only Once > Key';

const KEY_HINT =
	'Enter a text that is different for each message. If it comes from an expression, check that the previous node outputs it for this item.';

/**
 * Reads the option for an item.
 *
 * @throws InvalidInput for a key that is empty or that Linq would refuse, and for a choice that is
 *   not in the list, which an expression can give
 */
export function readSendOnce(context: IExecuteSingleFunctions): SendOnce {
	const option = optionOf(context, 'sendOnce') as { rule?: Rule } | undefined;
	const { mode = 'execution', key } = option?.rule ?? {};
	switch (mode) {
		case 'execution':
		case 'always':
			return { mode };
		case 'key':
			return { mode, key: readText(key, LABEL, KEY_HINT) };
		case 'exactKey':
			return { mode, key: readExactKey(key) };
		default:
			throw new InvalidInput(
				`Send Only Once > How Often is not a choice of the list: ${quote(String(mode))}`,
				'Choose one from the list. An expression has to give execution, key, exactKey or always.',
			);
	}
}

/** Whether the node makes the key of an item. */
export const isKeyOurs = (context: IExecuteSingleFunctions): boolean =>
	readSendOnce(context).mode === 'execution';

function readExactKey(value: unknown): string {
	const key = readText(value, LABEL, KEY_HINT);
	if (key.length <= MAX_KEY) return key;
	throw new InvalidInput(
		`${LABEL} has ${key.length} characters, but Linq allows at most ${MAX_KEY}`,
		'Use a shorter key, or choose Once per Key, which takes keys of any length.',
	);
}
