import getPort from 'get-port';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Execution } from '../../scripts/n8n/shapes.mts';
import { Stage, START_TIMEOUT, TOKEN } from '../support/n8n.mts';
import { BY_HAND, sendByHand } from '../support/workflows.mts';

const KNOWN_CHAT = '22222222-0000-4000-8000-000000000001';

describe('what goes wrong in a real n8n', () => {
	let stage: Stage;
	let htmlServer: Server;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
		htmlServer = createServer((_request, response) => {
			response.setHeader('content-type', 'text/html');
			response.end('<!doctype html><title>Welcome</title><p>A web page');
		});
		await new Promise<void>((resolve) => htmlServer.listen(0, '127.0.0.1', resolve));
	}, START_TIMEOUT);

	afterAll(async () => {
		htmlServer.close();
		await stage.close();
	});

	/** Runs a send that is to fail; `credential` makes another one than the good one. */
	async function fail(
		name: string,
		chatId: string,
		credential?: { apiToken: string; baseUrl: string },
	): Promise<Execution> {
		if (credential !== undefined) await stage.api.createCredential(name, 'linqApi', credential);
		const file = sendByHand(name, chatId, credential === undefined ? undefined : name);
		const { id } = await stage.api.createWorkflow(file);
		return await stage.api.waitForExecution(await stage.api.run(id, BY_HAND));
	}

	/** The error as the editor shows it, after checks that hold for every error. */
	function shown(execution: Execution): string {
		expect(execution.status).toBe('error');
		const { error } = execution.resultData;
		expect(error?.node?.name).toBe('Send');
		const text = `${error?.message}\n${error?.description ?? ''}`;
		expect(text).not.toMatch(/^\s+at /m);
		expect(JSON.stringify(execution)).not.toContain(TOKEN);
		return text;
	}

	it('a wrong token: says so', async () => {
		const credential = { apiToken: 'wrong', baseUrl: stage.sandbox.apiBaseUrl };
		expect(shown(await fail('Wrong token', KNOWN_CHAT, credential))).toMatch(/token/i);
	});

	it('an unknown chat: says that it was not found', async () => {
		const unknown = '99999999-0000-4000-8000-000000000001';
		expect(shown(await fail('Unknown chat', unknown))).toMatch(/not found/i);
	});

	it('a malformed id: is refused before any request', async () => {
		const before = await stage.control.requests('sendMessageToChat');
		expect(shown(await fail('Malformed id', 'no-id'))).toMatch(/not a valid/i);
		expect(await stage.control.requests('sendMessageToChat')).toEqual(before);
	});

	it('a base URL that answers with a web page: names the base URL', async () => {
		const { port } = htmlServer.address() as AddressInfo;
		const credential = { apiToken: TOKEN, baseUrl: `http://127.0.0.1:${port}` };
		expect(shown(await fail('Web page', KNOWN_CHAT, credential))).toMatch(/base URL/i);
	});

	it('nobody listening: says that Linq could not be reached, and where', async () => {
		const port = await getPort({ host: '127.0.0.1' });
		const credential = { apiToken: TOKEN, baseUrl: `http://127.0.0.1:${port}/api/partner` };
		const text = shown(await fail('Nobody there', KNOWN_CHAT, credential));
		expect(text).toMatch(/could not be reached/i);
		expect(text).toContain(`127.0.0.1:${port}`);
	});

	it('a trigger with a wrong token: its activation says so', async () => {
		const name = 'Wrong token of a trigger';
		const data = { apiToken: 'wrong', baseUrl: stage.sandbox.apiBaseUrl };
		await stage.api.createCredential(name, 'linqApi', data);
		const { id } = await stage.api.createWorkflow({
			name,
			nodes: [
				{
					id: 'trigger',
					name: 'Trigger',
					type: 'n8n-nodes-linqapp.linqTrigger',
					typeVersion: 1.1,
					position: [0, 0],
					parameters: { events: ['message.received'] },
					credentials: { linqApi: { id: null, name } },
				},
			],
			connections: {},
		});
		expect(await stage.publishInVain(id)).toMatch(/token/i);
		await stage.api.deactivate(id);
	}, 60_000);
});
