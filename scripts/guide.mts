import { owner } from './n8nEnvironment.mts';

/** Where things run, for {@link guide}. */
export interface Addresses {
	n8nUrl: string;
	sandboxUrl: string;
	apiUrl: string;
	token: string;
	folder: string;
}

/** What `npm start` says once everything runs. */
export function guide({ n8nUrl, sandboxUrl, apiUrl, token, folder }: Addresses): string {
	return `
n8n      ${n8nUrl}
         log in with ${owner.email} and ${owner.password}
Sandbox  ${sandboxUrl}
         API base URL ${apiUrl}, token ${token}
Data     ${folder} (removed by: npm start -- --fresh)

Try it: text in as a contact. The example "Linq: reply to every message" is on and answers.

  curl -s ${sandboxUrl}/sandbox/receive -H 'content-type: application/json' \\
    -d '{"from": "+12025550111", "text": "hi"}'

See the answer, in the chat that this lists:

  curl -s ${apiUrl}/v3/chats -H 'authorization: Bearer ${token}'
  curl -s ${apiUrl}/v3/chats/CHAT_ID/messages -H 'authorization: Bearer ${token}'

or open ${n8nUrl}/home/executions to see what n8n did.
Ctrl-C ends n8n and the sandbox.
`;
}
