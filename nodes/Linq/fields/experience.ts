import type { INodeProperties } from 'n8n-workflow';

/** An action of a third party inside the Linq iMessage app; read by message/experience.ts. */
export const experienceFields: INodeProperties[] = [
	{
		displayName: 'Experience',
		name: 'experienceName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. agentpay',
		description: 'Name of the experience, as Experience > Get Many lists it',
	},
	{
		displayName: 'Action',
		name: 'experienceAction',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. request_payment',
		description: 'Name of an action of the experience',
	},
	{
		displayName: 'Parameters (JSON)',
		name: 'experienceParams',
		type: 'json',
		default: '{}',
		description: 'Values for the fields of the action, e.g. {"checkout_url": "…"}',
	},
];
