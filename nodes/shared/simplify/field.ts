import type { INodeProperties } from 'n8n-workflow';

/** Whether items come out flat, in both nodes. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
