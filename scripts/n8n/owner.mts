import { z } from 'zod';

/** The account of a local n8n. For nothing else: everybody can read it here. */
export const owner = { email: 'owner@example.com', password: 'Linq-local-1' };

const Settings = z.object({
	data: z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) }),
});

/** Makes the owner's account in an n8n that does not take it from its environment, as 1.x. */
export async function setUpOwner(url: string): Promise<void> {
	const settings = Settings.parse(await (await fetch(`${url}/rest/settings`)).json());
	if (!settings.data.userManagement.showSetupOnFirstLoad) return;
	const response = await fetch(`${url}/rest/owner/setup`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...owner, firstName: 'Local', lastName: 'Owner' }),
	});
	if (!response.ok) throw new Error(`n8n made no account: ${await response.text()}`);
}
