import { Readable } from 'node:stream';

import type { IHttpRequestOptions, IExecuteFunctions } from 'n8n-workflow';

import { fetchFile } from '../../../../nodes/shared/files/fetchFile.ts';

const LINQ = 'https://api.linqapp.com/api/partner';
const SANDBOX = 'http://127.0.0.1:4010/api/partner';

/** Fetches with an internet in which addresses redirect as given; what does not, has a file. */
async function get(url: string, redirects: Record<string, string> = {}, baseUrl = LINQ) {
	const asked: string[] = [];
	const httpRequest = (options: IHttpRequestOptions) => {
		expect(options).toMatchObject({ disableFollowRedirect: true });
		asked.push(options.url);
		const location = redirects[options.url];
		return Promise.resolve({
			statusCode: location === undefined ? 200 : 302,
			headers: { location },
			body: Readable.from([]),
		});
	};
	const context = { helpers: { httpRequest } } as unknown as IExecuteFunctions;
	const { signal } = new AbortController();
	const result = await fetchFile(context, url, { baseUrl }, signal).then(
		({ status }) => status,
		(error: Error) => error.message,
	);
	return { result, asked };
}

const PUBLIC = 'https://files.example.org/a';
const PRIVATE = [
	'https://127.0.0.1/a',
	'https://localhost/a',
	'https://0x7f.1/a',
	'https://10.0.0.1/a',
	'https://192.168.1.1/a',
	'https://172.16.3.4/a',
	'https://169.254.169.254/latest/meta-data',
	'https://100.64.0.1/a',
	'https://0.0.0.0/a',
	'https://[::1]/a',
	'https://[::]/a',
	'https://[::ffff:127.0.0.1]/a',
	'https://[::127.0.0.1]/a',
	'https://[64:ff9b::7f00:1]/a',
	'https://[fe80::1]/a',
	'https://[fd00::1]/a',
	'https://n8n/a',
	'https://n8n.internal/a',
];
const NO_HTTPS = [
	'http://files.example.org/a',
	'data:text/plain,hello',
	'file:///etc/passwd',
	'ftp://files.example.org/a',
	'no url',
];

test('a public https address is fetched, also behind redirects', async () => {
	expect(await get(PUBLIC)).toEqual({ result: 200, asked: [PUBLIC] });
	const redirects = { [PUBLIC]: '/b', 'https://files.example.org/b': 'https://cdn.example.org/c' };
	expect(await get(PUBLIC, redirects)).toEqual({
		result: 200,
		asked: [PUBLIC, 'https://files.example.org/b', 'https://cdn.example.org/c'],
	});
});

test.each([...PRIVATE, ...NO_HTTPS])(
	'%s is not asked, neither directly nor by a redirect',
	async (url) => {
		expect(await get(url)).toEqual({
			result: expect.stringContaining('so it is not downloaded') as string,
			asked: [],
		});
		if (!URL.canParse(url)) return;
		expect(await get(PUBLIC, { [PUBLIC]: url })).toEqual({
			result: expect.stringContaining('so it is not downloaded') as string,
			asked: [PUBLIC],
		});
	},
);

test('where Linq itself is on this machine, its files may be, too; but nothing else than http', async () => {
	for (const url of ['http://127.0.0.1:4010/a', 'https://127.0.0.1/a', PUBLIC]) {
		expect((await get(url, {}, SANDBOX)).result).toBe(200);
	}
	for (const url of ['data:text/plain,hello', 'file:///etc/passwd']) {
		expect((await get(url, {}, SANDBOX)).asked).toEqual([]);
	}
});

test('redirects in a circle end', async () => {
	const { result, asked } = await get(PUBLIC, { [PUBLIC]: PUBLIC });
	expect(result).toBe('The file redirects more than 5 times');
	expect(asked).toHaveLength(6);
});
