import type { IDataObject } from 'n8n-workflow';

import { readText } from '../../shared/input/text';
import type { BuildBody } from '../operation';
import type { MessageOptions } from '../message/build';
import { readMessageOptions } from '../message/build';
import { checkParts } from '../message/rules';
import { textPart } from '../message/textPart';
import { readAskWith, readEnd, readRules } from './settings';

/** Stands below a question of Ask With: Text and Hint. */
const HINT = 'Reply yes or no, or react with 👍 or 👎.';

/**
 * Puts the question into the body, and checks what is said about its answer.
 *
 * @throws InvalidInput for what Linq would refuse (contract/behaviour.md, section 7), and for what
 *   could never be answered
 */
export const buildQuestion: BuildBody = (context, body, settings) => {
	const { responseType } = readRules(context, settings);
	readEnd(context, 0);
	const options = context.getNodeParameter('options', {}) as MessageOptions;
	const words = readText(
		context.getNodeParameter('message', ''),
		'Message',
		'Enter what to ask. If it comes from an expression, check what the previous node outputs.',
	);
	const hasHint = responseType === 'approval' && readAskWith(context) === 'hint';
	const parts = [textPart(hasHint ? `${words}\n\n${HINT}` : words, options, settings)];
	checkParts(parts);
	return {
		...body,
		message: { parts, ...readMessageOptions(options) } as IDataObject,
		...(options.overrideOptOut && { override_optout: true }),
	};
};
