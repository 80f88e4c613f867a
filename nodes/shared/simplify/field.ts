import type { INodeProperties } from 'n8n-workflow';

/** Read by request/answer.ts and request/pages.ts. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
