import { FormData, request } from 'undici';
import { silence } from '../support/files.mts';
import { Lab } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

const TOOLS = [
	{ type: 'function', function: { name: 'react', parameters: {} } },
	{ type: 'function', function: { name: 'send_text', parameters: {} } },
];

interface Completion {
	choices: Array<{
		finish_reason: string;
		message: {
			content: string | null;
			tool_calls?: Array<{ id: string; function: { name: string; arguments: string } }>;
		};
	}>;
	usage: Record<string, number>;
	error?: { message: string };
}

const post = async (body: unknown) => {
	const answer = await request(`${lab.sandbox.modelUrl}/chat/completions`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', authorization: 'Bearer any' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
	return { status: answer.statusCode, text: await answer.body.text() };
};

const ask = async (messages: object[], more: object = { tools: TOOLS }) => {
	const { text } = await post({ model: 'sandbox', messages, ...more });
	return JSON.parse(text) as Completion;
};

const user = (content: unknown) => ({ role: 'user', content });

const saidBy = ({ choices }: Completion) => choices[0]?.message.content;

test('it repeats what the user says last', async () => {
	const system = { role: 'system', content: 'use react' };
	const answer = await ask([system, user('first'), user('Hello\nthere')]);
	expect(answer.choices).toMatchObject([
		{ finish_reason: 'stop', message: { role: 'assistant', content: 'You said: Hello\nthere' } },
	]);
	expect(answer.usage).toEqual({ prompt_tokens: 5, completion_tokens: 4, total_tokens: 9 });
	const inParts = await ask([user([{ type: 'text', text: 'in parts' }, { type: 'image_url' }])]);
	expect(saidBy(inParts)).toBe('You said: in parts');
	const pictureApart = await ask([user('What is this?'), user([{ type: 'image_url' }])]);
	expect(saidBy(pictureApart)).toBe('You said: What is this?');
});

test('it uses the tools that it is told to, and then says what they gave', async () => {
	const question = user('Please:\nuse react\nuse send_text {"text":"Hi {you}"}\nThank you.');
	const { choices } = await ask([question]);
	const { message, finish_reason: reason } = choices[0] ?? {};
	expect(reason).toBe('tool_calls');
	expect(message?.tool_calls?.map(({ function: call }) => call)).toEqual([
		{ name: 'react', arguments: '{}' },
		{ name: 'send_text', arguments: '{"text":"Hi {you}"}' },
	]);
	const results = message?.tool_calls?.map(({ id }, index) => ({
		role: 'tool',
		tool_call_id: id,
		content: `result ${index}`,
	}));
	const end = await ask([question, message ?? {}, ...(results ?? [])]);
	expect(saidBy(end)).toBe('react: result 0\nsend_text: result 1');
});

test('it uses no tool that it was not given, nor one with arguments that are no JSON', async () => {
	expect(saidBy(await ask([user('use fly')]))).toBe(
		'There is no tool fly. There are: react, send_text',
	);
	expect(saidBy(await ask([user('use fly')], {}))).toBe('There is no tool fly. There are: none');
	expect(saidBy(await ask([user('use react {no}')]))).toBe('You said: use react {no}');
});

test('a stream says the same', async () => {
	const body = { stream: true, stream_options: { include_usage: true }, tools: TOOLS };
	const chunksOf = async (content: string) => {
		const { text } = await post({ ...body, messages: [user(content)] });
		const lines = text.split('\n\n').filter((line) => line !== '');
		expect(lines.pop()).toBe('data: [DONE]');
		return lines.map((line) => JSON.parse(line.replace(/^data: /, '')) as StreamChunk);
	};
	interface StreamChunk {
		choices: Array<{
			delta: { content?: string; tool_calls?: unknown[] };
			finish_reason: string | null;
		}>;
		usage?: object;
	}
	const said = await chunksOf('two  words');
	expect(said.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(
		'You said: two  words',
	);
	expect(said.at(-2)?.choices[0]?.finish_reason).toBe('stop');
	expect(said.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 6 } });

	const used = await chunksOf('use react {"a":1}');
	expect(used.flatMap(({ choices }) => choices[0]?.delta.tool_calls ?? [])).toMatchObject([
		{ index: 0, type: 'function', function: { name: 'react', arguments: '{"a":1}' } },
	]);
	expect(used.at(-2)?.choices[0]?.finish_reason).toBe('tool_calls');
});

test('it says what it is told to, once each, and shows what it was asked', async () => {
	await lab.client.control('POST', '/model', {
		answers: [
			{ when: 'weather', text: '**Sunny**' },
			{ calls: [{ tool: 'react', arguments: { type: 'love' } }] },
		],
	});
	const { choices } = await ask([user('Hello')]);
	expect(choices[0]?.message.tool_calls?.[0]?.function).toEqual({
		name: 'react',
		arguments: '{"type":"love"}',
	});
	expect(saidBy(await ask([user('Hello')]))).toBe('You said: Hello');
	expect(saidBy(await ask([user('How is the weather?')]))).toBe('**Sunny**');
	expect(saidBy(await ask([user('How is the weather?')]))).toBe('You said: How is the weather?');

	const seen = await lab.client.control<{ exchanges: object[] }>('GET', '/model');
	expect(seen.body.exchanges).toHaveLength(4);
	expect(seen.body.exchanges[2]).toMatchObject({
		request: { messages: [user('How is the weather?')] },
		answer: { text: '**Sunny**' },
	});
	await lab.client.control('POST', '/reset', {});
	expect((await lab.client.control('GET', '/model')).body).toEqual({ exchanges: [] });
});

test('unreadable requests are refused as OpenAI does', async () => {
	for (const body of ['no JSON', { messages: [] }, { messages: [{ role: 'nobody' }] }]) {
		const { status, text } = await post(body);
		expect(status).toBe(400);
		expect((JSON.parse(text) as Completion).error?.message).toEqual(expect.any(String));
	}
	const both = { answers: [{ text: 'a', calls: [{ tool: 'b' }] }] };
	expect((await lab.client.control('POST', '/model', both)).status).toBe(400);
	const models = await request(`${lab.sandbox.modelUrl}/models`);
	expect(await models.body.json()).toMatchObject({ object: 'list', data: [{ id: 'sandbox' }] });
});

const hear = async (file?: File) => {
	const form = new FormData();
	form.set('model', 'whisper-1');
	if (file) form.set('file', file);
	const answer = await request(`${lab.sandbox.modelUrl}/audio/transcriptions`, {
		method: 'POST',
		body: form,
	});
	return { status: answer.statusCode, body: await answer.body.json() };
};

const speak = async (body: object) => {
	const answer = await request(`${lab.sandbox.modelUrl}/audio/speech`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	return {
		status: answer.statusCode,
		type: answer.headers['content-type'],
		bytes: Buffer.from(await answer.body.arrayBuffer()),
	};
};

test('it hears how long a recording is', async () => {
	const memo = new File([new Uint8Array(silence(3))], 'Memo.WAV');
	expect(await hear(memo)).toEqual({
		status: 200,
		body: { text: 'These are 3 seconds of sound.' },
	});
});

test('files that OpenAI does not read are refused', async () => {
	const sound = new Uint8Array(silence(1));
	for (const [file, message] of [
		[new File([sound], 'Audio Message.caf'), 'Invalid file format'],
		[new File(['no sound'], 'memo.mp3'), 'corrupted'],
		[undefined, 'file: Required'],
	] as const) {
		const { status, body } = await hear(file);
		expect(status).toBe(400);
		expect(body).toEqual({
			error: expect.objectContaining({
				message: expect.stringContaining(message) as string,
			}) as object,
		});
	}
});

test('it speaks for as long as a text has words, and its voice can be heard again', async () => {
	const { status, type, bytes } = await speak({ input: 'five words of a voice' });
	expect([status, type]).toEqual([200, 'audio/mpeg']);
	expect((await hear(new File([new Uint8Array(bytes)], 'audio.mp3'))).body).toEqual({
		text: 'These are 2 seconds of sound.',
	});
	expect((await speak({ input: '' })).status).toBe(400);
	expect((await speak({ input: 'words', response_format: 'flac' })).status).toBe(400);
});
