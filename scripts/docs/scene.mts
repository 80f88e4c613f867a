import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { repack } from '../../nodes/Linq/audio/repack.ts';
import { textPart } from '../../nodes/Linq/message/textPart.ts';
import { startSandbox, type Sandbox, type SeedFile } from '../../sandbox/server.mts';
import { Receiver } from '../../tests/support/receiver.mts';
import { SandboxClient } from '../../tests/support/sandboxClient.mts';
import { projectFolder } from '../project.mts';
import { wav } from './wav.mts';

const LINE = '+12025550100';
const SECOND_LINE = '+12025550101';
const AVA = '+12025550111';
const BEN = '+12025550112';
const CLEO = '+12025550113';
const MIA = '+12025550114';
const NOAH = '+12025550116';

const chatId = (number: number): string => `22222222-0000-4000-8000-00000000000${number}`;

/** The chats that the pictures show. */
export const CHATS = {
	ava: chatId(1),
	group: chatId(2),
	sms: chatId(3),
	noah: chatId(4),
	mia: chatId(5),
};

/** A model's answer; docs/conversations.md shows it beside its picture. */
const ANSWER = `## Harbour House, June 13–15

Your dates are free 🎉

- **Check-in:** Friday, from *3 pm*
- **Check-out:** Sunday, by *11 am*

| Room | Per night |
|------|----------:|
| Double | $140 |
| **Suite** | ~~$220~~ $190 |

Breakfast is included. [Photos](https://harbour.example/rooms)

Shall I book the **suite**?`;

/** The moment of the pictures. */
export const MOMENT = Date.parse('2026-09-24T13:41:00Z');

const seed: SeedFile = {
	lines: [{ phone_number: LINE }, { phone_number: SECOND_LINE }],
	contacts: [
		{ handle: AVA, name: 'Ava Stone' },
		{ handle: BEN, name: 'Ben Ruiz' },
		{ handle: CLEO, name: 'Cleo Tran', services: ['SMS'] },
		{ handle: MIA, name: 'Mia Chen' },
		{ handle: NOAH, name: 'Noah Weiss' },
	],
	chats: [
		{
			id: chatId(1),
			line: LINE,
			with: [AVA],
			messages: [
				{ from: AVA, text: 'Hi, is the terrace open tonight?', minutes_ago: 64 },
				{ text: 'It is, until ten. The sun sets at 6:58.', minutes_ago: 63 },
			],
		},
		{
			id: chatId(2),
			line: LINE,
			with: [AVA, BEN, MIA],
			name: 'Tasting club',
			messages: [
				{ text: 'Welcome to the tasting club!', minutes_ago: 190 },
				{ from: BEN, text: 'Looking forward to it.', minutes_ago: 188 },
			],
		},
		{
			id: chatId(3),
			line: SECOND_LINE,
			with: [CLEO],
			messages: [
				{ from: CLEO, text: 'Do you open on Sundays?', minutes_ago: 1500 },
				{ text: 'Yes, from 8 am to 4 pm.', minutes_ago: 1498 },
			],
		},
		{
			id: chatId(4),
			line: LINE,
			with: [NOAH],
			messages: [{ text: 'Your order 1042 is ready to be picked up.', minutes_ago: 300 }],
		},
		{
			id: chatId(5),
			line: LINE,
			with: [MIA],
			messages: [{ from: MIA, text: 'When can I pick up my order?', minutes_ago: 12 }],
		},
	],
};

/** A sandbox in which something has happened, and a webhook that takes most of it. */
export class Scene {
	readonly client: SandboxClient;

	private constructor(
		readonly sandbox: Sandbox,
		private readonly endpoint: Receiver,
	) {
		this.client = new SandboxClient(sandbox);
	}

	static async set(browser: Browser): Promise<Scene> {
		const began = Date.now();
		const sandbox = await startSandbox({
			seed,
			now: () => MOMENT + Date.now() - began,
			retryScale: 0.01,
		});
		const scene = new Scene(sandbox, await startEndpoint());
		await scene.#play(await drawHarbour(browser));
		await sandbox.settled();
		return scene;
	}

	async close(): Promise<void> {
		await this.sandbox.close();
		await this.endpoint.close();
	}

	/** Sends as the workflow does. */
	async send(chat: string, message: object): Promise<string> {
		const { message: sent } = await this.client.ask<{ message: { id: string } }>(
			'POST',
			`/v3/chats/${chat}/messages`,
			{ message },
		);
		await this.sandbox.settled();
		return sent.id;
	}

	/** Asks a model something, and sends its answer as Formatting: Markdown does. */
	async answerInMarkdown(): Promise<void> {
		const text = 'Do you have a room for two in June?';
		await this.client.receive(NOAH, text, { chat_id: CHATS.noah });
		await this.send(CHATS.noah, { parts: [textPart(ANSWER, { formatting: 'markdown' }, {})] });
	}

	async #play(picture: Buffer): Promise<void> {
		await this.client.ask('POST', '/v3/contact_card', {
			phone_number: LINE,
			first_name: 'Harbour',
			last_name: 'Café',
		});
		await this.client.ask('POST', '/v3/webhook-subscriptions', {
			target_url: `${this.endpoint.url}/webhook/reply-to-every-message?version=2026-02-03`,
			subscribed_events: ['message.received', 'message.read', 'reaction.added', 'poll.vote.added'],
		});
		await this.#talkInGroup();
		await this.#talkToMia();
		await this.#talkToAva(picture);
	}

	async #talkInGroup(): Promise<void> {
		const { group } = CHATS;
		const poll = await this.client.ask<{
			message_id: string;
			poll: { options: Array<{ option_id: string }> };
		}>('POST', `/v3/chats/${group}/polls`, {
			poll: {
				options: ['Ethiopia, washed', 'Kenya, natural', 'Colombia, honey'].map((text) => ({
					text,
				})),
			},
		});
		const [first = '', , third = ''] = poll.poll.options.map(({ option_id }) => option_id);
		for (const from of [BEN, MIA]) await this.client.vote(poll.message_id, first, { from });
		await this.client.vote(poll.message_id, third, { from: AVA });
		await this.client.receive(MIA, 'Thursday works for me 🙌', { chat_id: group });
		await this.client.act('/add', { chat_id: group, handle: NOAH });
	}

	/** A voice note in Ogg, as the Linq node sends it. */
	async #talkToMia(): Promise<void> {
		const { mia } = CHATS;
		const note = await readFile(join(projectFolder, 'scripts', 'docs', 'assets', 'voice-note.ogg'));
		const { bytes } = repack(note, 'Voice note');
		const attachment_id = await this.client.attach('voice-note.caf', Buffer.from(bytes));
		await this.client.ask('POST', `/v3/chats/${mia}/voicememo`, { attachment_id });
		await this.sandbox.settled();
		await this.client.act('/read', { chat_id: mia });
		await this.client.receive(MIA, 'On my way!', { chat_id: mia });
	}

	async #talkToAva(picture: Buffer): Promise<void> {
		const { ava } = CHATS;
		const photo = await this.client.attach('harbour.png', picture);
		const seen = await this.send(ava, {
			parts: [
				{ type: 'media', attachment_id: photo },
				{
					type: 'text',
					value: 'Last night, from table 12. Table for two at 6:30?',
					text_decorations: [{ range: [44, 48], style: 'bold' }],
				},
			],
		});
		await this.client.react(seen, 'love');
		await this.client.act('/read', { chat_id: ava });
		const { message_id: asked } = await this.client.receive(
			AVA,
			'Yes please! One of us is vegan.',
			{ chat_id: ava, reply_to: { message_id: seen, part_index: 1 } },
		);
		await this.client.ask('POST', `/v3/messages/${asked}/reactions`, {
			operation: 'add',
			type: 'like',
		});
		const memo = await this.client.attach('voice-note.wav', tone(7));
		await this.client.receiveFiles(AVA, [memo], { chat_id: ava });
		await this.client.act('/faults', {
			name: 'Linq is overloaded',
			status: 503,
			retry_after: 2,
			times: 1,
			operation_id: 'sendMessageToChat',
		});
		const reply = {
			parts: [{ type: 'text', value: 'Booked for two, vegan menu noted. See you at 6:30 🎉' }],
			effect: { type: 'screen', name: 'confetti' },
			idempotency_key: 'reply-1042-1',
		};
		await this.send(ava, reply).catch(() => undefined);
		await this.send(ava, reply);
		await this.send(ava, reply);
		await this.client.act('/read', { chat_id: ava });
	}
}

/** An endpoint that fails at one event first and refuses votes. */
function startEndpoint(): Promise<Receiver> {
	let failed = false;
	return Receiver.start((_index, { payload: { event_type: event } }) => {
		if (event === 'poll.vote.added') return 404;
		const fails = event === 'reaction.added' && !failed;
		failed ||= fails;
		return fails ? 503 : 200;
	});
}

/** A picture worth sending: a harbour at dusk. */
async function drawHarbour(browser: Browser): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width: 480, height: 320 } });
	await page.setContent(`<style>body{margin:0}</style>
<svg width="480" height="320" viewBox="0 0 480 320">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#27406f"/><stop offset=".55" stop-color="#d9806a"/><stop offset="1" stop-color="#f6c98a"/></linearGradient>
<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#e0a27c"/><stop offset="1" stop-color="#2b3f63"/></linearGradient>
</defs>
<rect width="480" height="200" fill="url(#sky)"/><circle cx="318" cy="186" r="34" fill="#ffe9b8"/>
<path d="M0 200 60 168l50 20 70-46 64 44 40-18 60 32 70-28 66 28v20H0z" fill="#3c3f63"/>
<rect y="200" width="480" height="120" fill="url(#sea)"/>
<g fill="#ffe3ae" opacity=".65"><rect x="284" y="206" width="68" height="3" rx="1"/><rect x="296" y="218" width="46" height="3" rx="1"/><rect x="280" y="232" width="72" height="3" rx="1"/><rect x="302" y="248" width="34" height="3" rx="1"/></g>
<g fill="#1d2438"><path d="M92 226h84l-14 20h-56z"/><rect x="130" y="150" width="3" height="76"/><path d="M136 154v62h40z" fill="#f3e3cf"/><path d="M127 160v56H98z" fill="#e8cfb4"/></g>
<path d="M0 300c80-14 120 8 200-2s160-12 280 4v18H0z" fill="#1d2438"/>
</svg>`);
	const picture = await page.screenshot();
	await page.close();
	return picture;
}

/** Some seconds with the rhythm of speech, as 8-bit WAV. */
export function tone(seconds: number): Buffer {
	const rate = 8_000;
	const samples = Buffer.alloc(seconds * rate);
	for (let at = 0; at < samples.length; at++) {
		const [time, pitch] = [at / rate, Math.sin((at * 2 * Math.PI * 220) / rate)];
		samples[at] = 128 + Math.round(90 * loudness(time) * pitch);
	}
	return wav(samples, rate, 8);
}

/** Syllables, four a second and not alike, with a pause now and then. */
function loudness(time: number): number {
	const isPause = time % 2.3 > 1.9;
	const stress = 0.55 + 0.45 * Math.sin(Math.floor(time * 4) * 2.4);
	return isPause ? 0 : stress * Math.sin(time * 4 * Math.PI) ** 2;
}
