import type { IWebhookDescription } from 'n8n-workflow';

/**
 * Where n8n takes what could be the answer, below its address of the waiting execution. The shape is
 * that of n8n's own nodes with this operation (n8n-nodes-base, sendAndWait/descriptions.ts).
 */
export const waitingWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		// Otherwise the answer is n8n's name of its default.
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];

/** The text that n8n shows beside a waiting node. */
export const WAITING_TOOLTIP = 'The execution goes on when the question is answered';
