import { owner } from '../n8n/owner.mts';

/** Where things run, for {@link guide}. */
export interface Addresses {
	n8nUrl: string;
	sandboxUrl: string;
	apiUrl: string;
	token: string;
	folder: string;
}

/** How to try each file of examples/ but the one that answers from the start. */
export const TO_TRY: Record<string, string> = {
	'send-to-list.json': 'execute it: Ava, Ben and Cleo get a text',
	'ai-agent.json': 'text two pieces in a row, and get one answer',
	'voice-and-photos.json': 'record a voice note, or send a photo',
	'appointment-reminder.json': 'execute “For one appointment”, then answer as Ava with 👍',
	'missed-call-text-back.json': 'execute it from the webhook',
	'support-desk.json': 'text a question, then “I want a human”',
	'lead-follow-up.json': 'fill in the form',
	'opted-in-list.json': 'execute “Every weekday at 10”, then text STOP',
	'order-status-and-survey.json': 'execute it from the webhook: an order is on its way',
	'voice-note-bridge.json': 'POST a recording to its webhook, as its note says',
	'approve-a-tool.json':
		'text as Ava: use Refund_the_order {"toolParameters":{"order":"1042","amount":25},"hitlParameters":{}}; then 👍 as Ben',
};

const list = Object.entries(TO_TRY)
	.map(([file, what]) => `  ${file.replace('.json', '').padEnd(25)} ${what}`)
	.join('\n');

/** The text that `npm start` prints once everything runs. */
export function guide({ n8nUrl, sandboxUrl, apiUrl, token, folder }: Addresses): string {
	return `
Phone    open ${sandboxUrl} and text in
n8n      ${n8nUrl}
         log in with ${owner.email} and ${owner.password}
Sandbox  ${sandboxUrl}
         API base URL ${apiUrl}, token ${token}
Data     ${folder} (npm start -- --fresh begins anew)

The example "Linq: reply to every message" is on and answers. The page also shows every webhook and
request, and makes things go wrong. Without a browser:

  curl -s ${sandboxUrl}/sandbox/receive -H 'content-type: application/json' \\
    -d '{"from": "+12025550111", "text": "hi"}'

What n8n did for it: ${n8nUrl}/home/executions

The other examples wait to be executed by hand or published; switch this one off first, since it
answers everything. The model only repeats what it is told, until you put in your own.

${list}

Ctrl-C ends n8n and the sandbox.
`;
}
