import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { testCredential } from '../../support/engine/editor.mts';
import { NODE } from '../../support/engine/workflow.mts';
import { locator, seeded, useSandbox, UNKNOWN_ID } from '../../support/linq.mts';
import { TurnedClock } from '../../support/turnedClock.mts';
import { startWebServer } from '../../support/webServer.mts';

const TOKEN = 'a-very-secret-token';
const { run, sandbox, credential } = useSandbox();

/** A web server that is not Linq. */
let site: Server;
let siteUrl: string;
let redirected: string[];

beforeAll(async () => {
	site = createServer((request, response) => {
		redirected.push(`${request.headers.host} ${request.headers.authorization ?? 'no token'}`);
		if (request.url?.startsWith('/away/')) {
			const target = `http://localhost:${(site.address() as AddressInfo).port}/elsewhere`;
			response.writeHead(302, { location: target }).end();
			return;
		}
		response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Welcome</html>');
	});
	await new Promise<void>((resolve) => site.listen(0, resolve));
	siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});

beforeEach(() => {
	redirected = [];
	new TurnedClock().install();
});

afterEach(() => jest.restoreAllMocks());

afterAll(() => {
	site.closeAllConnections();
	site.close();
});

/** A base URL where nothing listens. */
async function closedUrl(): Promise<string> {
	const server = await startWebServer(() => undefined);
	await server.close();
	return `${server.url}/api/partner`;
}

const WRONG: Array<[string, () => Promise<object> | object, RegExp, RegExp]> = [
	[
		'a wrong token',
		() => ({ ...credential(), apiToken: TOKEN }),
		/^Linq does not accept the API token \(Linq error 2004\)/,
		/enter a token from the Linq dashboard/,
	],
	[
		'a base URL with a web page behind it',
		() => ({ apiToken: TOKEN, baseUrl: siteUrl }),
		/^The base URL does not lead to the Linq API/,
		/set the base URL to https:\/\/api\.linqapp\.com\/api\/partner/,
	],
	[
		'a base URL without the path',
		() => ({ apiToken: TOKEN, baseUrl: sandbox().url }),
		/^The base URL does not lead to the Linq API/,
		/set the base URL to/,
	],
	[
		'a sandbox that is not running',
		async () => ({ apiToken: TOKEN, baseUrl: await closedUrl() }),
		/^Linq could not be reached at http:\/\/127\.0\.0\.1:\d+\/api\/partner: nothing is listening there/,
		/If you use the sandbox, check that it is running/,
	],
	[
		'a base URL that is none',
		() => ({ apiToken: TOKEN, baseUrl: 'linq' }),
		/^The base URL of the credential is not a full URL: "linq"/,
		/set the base URL to https:\/\/api\.linqapp\.com\/api\/partner/,
	],
];

describe.each(WRONG)('%s', (_, wrong, message, hint) => {
	test('is explained when a message is sent', async () => {
		const { error, run: execution } = await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId: locator(seeded.chatWithAva), text: 'Hello' },
			undefined,
			{ credential: (await wrong()) as never },
		);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(hint);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/\n\s+at /);
		expect(JSON.stringify(execution)).not.toContain(TOKEN);
	});

	test('is explained when a list is read', async () => {
		const { error } = await run('chat', 'getAll', {}, undefined, {
			credential: (await wrong()) as never,
		});
		expect(error?.message).toMatch(message);
	});

	test('is explained when the credential is saved', async () => {
		const result = await testCredential((await wrong()) as never);
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
		expect(result.message).toMatch(hint);
		expect(result.message).not.toContain(TOKEN);
	});
});

test('a good credential is said to be connected', async () => {
	expect(await testCredential(credential())).toEqual({
		status: 'OK',
		message: 'Connected to Linq',
	});
	const { baseUrl } = credential();
	expect(await testCredential({ ...credential(), baseUrl: ` ${baseUrl}/ ` })).toMatchObject({
		status: 'OK',
	});
});

test.each([
	[' TOKEN\n', 'URL/v3'],
	['Bearer TOKEN', ' URL/v3/ '],
	['bearer  TOKEN ', 'URL/V3'],
])('what copying brings along is left out of a credential: %j, %j', async (token, url) => {
	const { apiToken, baseUrl } = credential();
	const copied = {
		apiToken: token.replace('TOKEN', apiToken),
		baseUrl: url.replace('URL', baseUrl),
	};
	expect(await testCredential(copied)).toMatchObject({ status: 'OK' });
	const result = await run('chat', 'get', { chatId: locator(seeded.chatWithAva) }, undefined, {
		credential: copied,
	});
	expect(result.error).toBeUndefined();
	expect(result.json).toHaveLength(1);
});

test('an error of the node itself is not shown as one from Linq', async () => {
	for (const input of [[{}], [{}, {}]]) {
		const { error } = await run(
			'message',
			'send',
			{ sendTo: 'chat', chatId: locator('nope'), text: 'Hi' },
			input,
		);
		expect(error).toMatchObject({ httpCode: null, messages: [] });
	}
	const { error } = await run('chat', 'get', { chatId: locator(seeded.chatWithAva) }, undefined, {
		credential: { apiToken: TOKEN, baseUrl: await closedUrl() },
	});
	expect(error).toMatchObject({ httpCode: null, messages: [] });
});

test('Linq’s page about an error is a link in the editor, and text in an item', async () => {
	const { error } = await run('message', 'get', { messageId: UNKNOWN_ID });
	expect(error?.description).toMatch(/More: <a href="(https:[^"]+)" target="_blank">\1<\/a>/);
	const { json } = await run('message', 'get', { messageId: UNKNOWN_ID }, undefined, {
		settings: { onError: 'continueRegularOutput' },
	});
	expect(json[0]?.details).toMatch(/More: https:[^<>"]+$/);
});

test('a default country is checked when the credential is saved', async () => {
	for (const defaultCountry of ['', 'DE', 'us', 'Germany', 'UK']) {
		expect(await testCredential({ ...credential(), defaultCountry })).toMatchObject({
			status: 'OK',
		});
	}
	expect(await testCredential({ ...credential(), defaultCountry: 'Atlantis' })).toEqual({
		status: 'Error',
		message:
			'The Default Country of the credential is not a country: "Atlantis". Choose one from the list, or enter its two letters, e.g. US or DE.',
	});
});

test('a redirect to another host is not followed', async () => {
	const { error } = await run('chat', 'get', { chatId: locator(seeded.chatWithAva) }, undefined, {
		credential: { apiToken: TOKEN, baseUrl: `${siteUrl}/away` },
	});
	expect(error?.message).toMatch(/^The base URL redirects to http:\/\/localhost:\d+/);
	await testCredential({ apiToken: TOKEN, baseUrl: `${siteUrl}/away` });
	expect(redirected).toEqual([
		expect.stringContaining(`Bearer ${TOKEN}`) as string,
		expect.stringContaining(`Bearer ${TOKEN}`) as string,
	]);
	expect(redirected.filter((request) => request.startsWith('localhost'))).toEqual([]);
});

describe('errors of single items', () => {
	const parameters = { sendTo: 'chat', chatId: locator('={{ $json.chat }}'), text: 'Hello' };
	const input = [
		{ chat: seeded.chatWithAva },
		{ chat: 'nope' },
		{ chat: '99999999-0000-4000-8000-000000000009' },
	];

	test('come out beside the results with On Error: Continue', async () => {
		const { json, items, error } = await run('message', 'send', parameters, input, {
			settings: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([
			expect.objectContaining({ chat_id: seeded.chatWithAva }),
			expect.objectContaining({ error: 'Chat is not a valid ID: "nope"' }),
			expect.objectContaining({
				error: expect.stringMatching(
					/^Linq found nothing with this ID: chat 9999.* \(Linq error 2001\)$/,
				) as string,
			}),
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	test('take the error output with On Error: Continue (using error output)', async () => {
		const { run: execution } = await run('message', 'send', parameters, input, {
			settings: { onError: 'continueErrorOutput' },
		});
		const outputs = execution.data.resultData.runData[NODE]?.at(-1)?.data?.main;
		expect(outputs?.[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
		expect(outputs?.[1]).toEqual([
			{
				json: {
					...input[1],
					error: 'Chat is not a valid ID: "nope"',
					details: expect.stringMatching(/^Linq IDs look like/) as string,
				},
				pairedItem: { item: 1 },
			},
			{
				json: {
					...input[2],
					error: expect.stringMatching(
						/^Linq found nothing with this ID: chat 9999.* \(Linq error 2001\)$/,
					) as string,
					details: expect.stringMatching(/Trace ID/) as string,
				},
				pairedItem: { item: 2 },
			},
		]);
	});

	test('name their item with On Error: Stop', async () => {
		const { error } = await run('message', 'send', parameters, input);
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});
});

test('a credential that is restricted to other domains still reaches its own base URL', async () => {
	const { token: apiToken, apiBaseUrl: baseUrl } = sandbox();
	const restricted = { allowedHttpRequestDomains: 'domains', allowedDomains: 'example.com' };
	const credential = { apiToken, baseUrl, ...restricted };
	const { error, json } = await run('phoneNumber', 'getAll', {}, [{}], { credential });
	expect(error).toBeUndefined();
	expect(json).not.toEqual([]);
});

test('a credential without a base URL ends every item with a sentence', async () => {
	const items = Array.from({ length: 12 }, () => ({}));
	const chatId = locator(seeded.chatWithAva);
	const withNone = { credential: { ...credential(), baseUrl: 5 } };
	const { error, requests } = await run('chat', 'get', { chatId }, items, withNone);
	expect(error?.message).toBe('The credential has no base URL');
	expect(error?.description).toMatch(/set the base URL to https:/);
	expect(requests).toEqual([]);
});
