import './environment.mts';

import { LoadOptionsContext } from 'n8n-core';

import type { Setup } from './workflow.mts';
import { buildWorkflow } from './workflow.mts';

/**
 * Listens to n8n's log until the test ends.
 *
 * @returns what was warned of so far
 */
export function hearWarnings(setup: Setup): () => string[] {
	const { workflow, node, additionalData } = buildWorkflow(setup);
	// One logger serves all contexts of n8n.
	const { logger } = new LoadOptionsContext(workflow, node, additionalData, '');
	const heard = jest.spyOn(logger, 'warn').mockClear();
	return () => heard.mock.calls.map(([message]) => String(message));
}
