import getPort from 'get-port';
import type { Credential } from '../../scripts/n8n/shapes.mts';
import { exampleCredential } from '../../scripts/start/examples.mts';
import { Stage, START_TIMEOUT, TOKEN } from '../support/n8n.mts';

describe('the test of the credential in a real n8n', () => {
	let stage: Stage;
	let credential: Credential;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
		const { name, type } = exampleCredential;
		const found = await stage.api.findCredential(name, type);
		if (!found) throw new Error('There is no credential');
		credential = found;
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	it('passes with what is stored, which n8n does not show', async () => {
		const stored = await stage.api.getCredential(credential.id);
		expect(JSON.stringify(stored)).not.toContain(TOKEN);
		expect(await stage.api.testCredential(credential)).toEqual({
			status: 'OK',
			message: 'Connected to Linq',
		});
	});

	it('says that Linq does not accept a token, without the token', async () => {
		const data = { apiToken: 'wrong-4711', baseUrl: stage.sandbox.apiBaseUrl };
		const { status, message } = await stage.api.testCredential(credential, data);
		expect(status).toBe('Error');
		expect(message).toMatch(/token/i);
		expect(message).not.toContain('4711');
	});

	it('says where nobody could be reached', async () => {
		const host = `127.0.0.1:${await getPort({ host: '127.0.0.1' })}`;
		const data = { apiToken: TOKEN, baseUrl: `http://${host}/api/partner` };
		const { status, message } = await stage.api.testCredential(credential, data);
		expect(status).toBe('Error');
		expect(message).toMatch(/could not be reached/i);
		expect(message).toContain(host);
	});
});
