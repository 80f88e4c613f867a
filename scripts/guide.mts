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
The other example, "Linq: send to a list", waits to be executed by hand.

Ctrl-C ends n8n and the sandbox.
`;
}
