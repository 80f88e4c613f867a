import type { IBuilderHint } from 'n8n-workflow';

/** Notes on this node that n8n passes to an AI that builds workflows. */
export const builderHint: IBuilderHint = {
	searchHint:
		'Texts people by iMessage, RCS or SMS. To answer a message, start with Linq Trigger and send to its chat: {{ $json.chat_id }}. To ask a person for an approval, a choice or a text, and wait for it, use Message > Send and Wait for Response.',
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-linqapp.linqTrigger',
			relationHint: 'Starts the workflow when a message, a reaction or another event arrives',
		},
	],
};
