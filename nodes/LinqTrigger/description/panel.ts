import type { INodeTypeDescription } from 'n8n-workflow';

/**
 * Texts of n8n's editor beside the trigger, in place of "Pull in events from Linq" (n8n,
 * TriggerPanel.vue), and once the workflow is published.
 */
export const panel = {
	eventTriggerDescription: 'Waiting for a text to one of your lines',
	activationMessage: 'From now on, texts to your lines start this workflow.',
	triggerPanel: {
		header: 'Text one of your lines from any phone',
		executionsHelp: {
			inactive:
				'<b>While you build</b>, click “Execute step”, then text one of your lines, or do whatever else the field Events names. The workflow runs once, with what came in.<br /><br /><b>When it is ready</b>, <a data-key="activate">publish it</a>. Then it runs for each event, and its executions are in the <a data-key="executions">executions list</a>.',
			active:
				'<b>While you build</b>, click “Execute step”, then text one of your lines, or do whatever else the field Events names.<br /><br /><b>The published workflow</b> runs for each event; its executions are in the <a data-key="executions">executions list</a>. Both get the events while you test.',
		},
		activationHint: {
			inactive:
				'When the workflow is ready, <a data-key="activate">publish</a> it: then it runs by itself for each text that comes in.',
			active: 'The published workflow runs by itself for each text that comes in.',
		},
	},
} satisfies Partial<INodeTypeDescription>;
