import { request } from 'undici';
import type { Changes, Put } from '../../sandbox/live/view.mts';
import { Lab, SEED } from './support/lab.mts';

let lab: Lab;
beforeEach(async () => {
	lab = await Lab.start();
});
afterEach(() => lab.close());

type Piece = Changes & { fresh: boolean; last: boolean; id: string };

/** Reads the live stream, one piece at a time. */
class Stream {
	readonly #aborter = new AbortController();
	#text = '';
	#chunks: AsyncIterator<Buffer> | undefined;

	async open(lastEventId?: string): Promise<this> {
		const { body } = await request(`${lab.sandbox.controlUrl}/live`, {
			signal: this.#aborter.signal,
			headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
		});
		this.#chunks = (body as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
		return this;
	}

	async next(): Promise<Piece> {
		for (;;) {
			const end = this.#text.indexOf('\n\n');
			if (end >= 0) {
				const event = this.#text.slice(0, end);
				this.#text = this.#text.slice(end + 2);
				const data = /^data: (.*)$/m.exec(event)?.[1];
				const id = /^id: (.*)$/m.exec(event)?.[1] ?? '';
				if (data !== undefined) return { ...(JSON.parse(data) as Piece), id };
				continue;
			}
			const chunk = await this.#chunks?.next();
			if (!chunk || chunk.done) throw new Error('The stream has ended');
			this.#text += chunk.value.toString('utf8');
		}
	}

	/** Reads on until a piece tells of this. */
	async until(found: (put: Put) => boolean): Promise<Piece> {
		for (;;) {
			const piece = await this.next();
			if (piece.put.some(found)) return piece;
		}
	}

	close(): void {
		this.#aborter.abort();
	}
}

const says = (text: string) => (put: Put) =>
	put.kind === 'message' && JSON.stringify(put.value.parts).includes(text);

test('tells all there is, then what changes, and after a cut only what was missed', async () => {
	const stream = await new Stream().open();
	const all = await stream.next();
	expect(all).toMatchObject({ fresh: true, last: true, gone: [] });
	expect(all.put.filter(({ kind }) => kind === 'chat')).toHaveLength(4);
	expect(all.put.filter(({ kind }) => kind === 'message')).toHaveLength(8);

	await lab.send(SEED.avaChat, 'On your doorstep');
	const seen = await stream.until(
		(put) => says('doorstep')(put) && put.kind === 'message' && put.value.status === 'delivered',
	);
	stream.close();

	await lab.client.control('POST', '/react', { message_id: SEED.toAva, type: 'love' });
	const again = await new Stream().open(seen.id);
	const missed = await again.next();
	again.close();
	expect(missed.fresh).toBe(false);
	expect(missed.put.filter(({ kind }) => kind === 'message')).toMatchObject([
		{ value: { id: SEED.toAva, parts: [{ reactions: [{ type: 'love' }] }] } },
	]);
});

test('tells what is gone, and starts anew after a reset or for a position it does not know', async () => {
	const stream = await new Stream().open();
	await stream.next();
	await lab.client.api('DELETE', `/v3/messages/${SEED.toAva}`);
	let piece = await stream.next();
	while (piece.gone.length === 0) piece = await stream.next();
	expect(piece.gone).toEqual([{ kind: 'message', id: SEED.toAva }]);
	await lab.client.control('POST', '/reset');
	while (!piece.fresh) piece = await stream.next();
	expect(piece.put.some(({ kind, value }) => kind === 'message' && value.id === SEED.toAva)).toBe(
		true,
	);
	stream.close();
	const stranger = await new Stream().open('0000-1111.5');
	expect((await stranger.next()).fresh).toBe(true);
	stranger.close();
});

test('one delivery and one request can be looked at, the newest of many', async () => {
	await lab.subscribe(['message.sent']);
	await lab.send(SEED.avaChat, 'Look at me');
	await lab.sandbox.settled();
	const snapshot = await lab.client.control<Changes>('GET', '/snapshot');
	const delivery = snapshot.body.put.find(({ kind }) => kind === 'delivery');
	expect(delivery).toMatchObject({
		value: { eventType: 'message.sent', state: 'delivered', chatId: SEED.avaChat },
	});
	const { body } = await lab.client.control('GET', `/deliveries/${delivery?.value.id}`);
	expect(body).toMatchObject({ payload: { event_type: 'message.sent' }, tries: [{ status: 200 }] });
	const asked = await lab.client.control('GET', '/requests/1');
	expect(asked.body).toMatchObject({ operation_id: 'createWebhookSubscription', status: 201 });
	expect((await lab.client.control('GET', '/requests/99')).body).toEqual({
		error: 'There is no request 99 any more.',
	});
});

test('faults and failures have names, and failures can be taken back', async () => {
	const fault = { name: 'Linq fails', status: 500 };
	await lab.client.control('POST', '/faults', fault);
	const failure = { name: 'Lost', code: 4001, times: null };
	const { body } = await lab.client.control<{ id: string }>('POST', '/failures', failure);
	const faults = async () => {
		const { put } = (await lab.client.control<Changes>('GET', '/snapshot')).body;
		return put.flatMap((entry) => (entry.kind === 'fault' ? [entry.value.name] : []));
	};
	expect(await faults()).toEqual(['Linq fails', 'Lost']);
	await lab.client.control('DELETE', `/failures/${body.id}`);
	expect(await faults()).toEqual(['Linq fails']);
});

test('takes a file that a contact attaches, and says why it does not take another', async () => {
	const put = (filename: string, body: string) =>
		lab.client.control<{ attachment_id?: string; url?: string; error?: string }>(
			'POST',
			`/files?filename=${encodeURIComponent(filename)}`,
			Buffer.from(body),
		);
	const { body } = await put('Notes (1).txt', 'hello');
	const received = await lab.client.control('POST', '/receive', {
		from: SEED.ava,
		parts: [{ type: 'media', attachment_id: body.attachment_id }],
	});
	const message = await lab.client.api('GET', `/v3/messages/${String(received.body.message_id)}`);
	expect(message.body).toMatchObject({
		parts: [{ filename: 'Notes (1).txt', mime_type: 'text/plain', size_bytes: 5 }],
	});
	expect(await (await fetch(body.url ?? '')).text()).toBe('hello');
	expect(await put('setup.exe', 'MZ')).toMatchObject({
		status: 415,
		body: { error: expect.stringContaining('setup.exe cannot be sent') as string },
	});
	expect(await put('empty.txt', '')).toMatchObject({
		status: 400,
		body: { error: 'empty.txt is empty.' },
	});
});

test('no other page can use the control side; programs can', async () => {
	const post = async (headers: Record<string, string>, path = '/sandbox/reset') => {
		const { statusCode, body } = await request(`${lab.sandbox.url}${path}`, {
			method: 'POST',
			headers,
		});
		return [statusCode, await body.text()] as const;
	};
	const { host } = new URL(lab.sandbox.url);
	const port = host.split(':')[1] ?? '';
	expect(await post({ origin: 'https://evil.example' })).toEqual([
		403,
		JSON.stringify({
			error:
				'A page of https://evil.example must not use the sandbox. Only its own page and programs may.',
		}),
	]);
	expect((await post({ origin: 'null' }))[0]).toBe(403);
	const [status, text] = await post({ host: `rebound.example:${port}` });
	expect([status, text]).toEqual([
		403,
		expect.stringContaining('does not answer to the name rebound.example'),
	]);
	for (const headers of [
		{},
		{ origin: `http://${host}` },
		{ host: `localhost:${port}` },
		{ host: 'sandbox' },
	]) {
		expect((await post(headers as Record<string, string>))[0]).toBe(200);
	}
	// The API asks for a token instead.
	expect((await post({ host: 'tunnel.example' }, '/api/partner/v3/chats'))[0]).toBe(401);
});

test('the page loads nothing from anywhere else', async () => {
	const { headers, body } = await request(lab.sandbox.url);
	const page = await body.text();
	expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
	expect(headers['content-security-policy']).toContain(`media-src blob: ${lab.sandbox.storageUrl}`);
	expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual([
		'href="/icon.svg"',
		'href="/phone.css"',
		'src="/phone.js"',
	]);
});
