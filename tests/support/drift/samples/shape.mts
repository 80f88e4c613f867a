import type { INodeParameters } from 'n8n-workflow';

import type { Furniture } from '../furniture.mts';

/**
 * Sets of parameters by operation. Each set is valid; together they fill every field of their
 * operation that reaches Linq.
 */
export type Samples<Name extends string = string> = Record<
	Name,
	(there: Furniture) => [INodeParameters, ...INodeParameters[]]
>;
