import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeHelpers, type INode, type INodeTypeDescription } from 'n8n-workflow';
import { projectFolder } from '../../scripts/project.mts';
import { waitFor } from '../../scripts/waitFor.mts';
import { writeOpusCaf } from '../support/audio/caf.mts';
import { packetsOf, readPages } from '../support/audio/ogg.mts';
import { PNG, silence } from '../support/files.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { allTemplates, giveModel, lastTo, Published, toldTo } from '../support/templates.mts';

/* Every template, in one n8n: imported as it is, and executed with its sample and for real. */

/** A number that nothing else here uses, so that each test has people of its own. */
let people = 0;
const somebody = () => `+120255502${String(10 + people++)}`;

/** Whom templates write to as the team, as they come. */
const TEAM = '+12025550113';

/** A window that is always open. */
const ALWAYS = {
	sendWindow: {
		window: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00', ifOutside: 'output' },
	},
};

/** A voice note as WhatsApp and Telegram record them. */
const VOICE_NOTE = join(projectFolder, 'scripts', 'docs', 'assets', 'voice-note.ogg');

/** The same as an iPhone records it. */
async function asCaf(): Promise<Buffer> {
	const [, , ...packets] = packetsOf(readPages(await readFile(VOICE_NOTE)));
	return writeOpusCaf({
		packets,
		rate: 48_000,
		framesPerPacket: 960,
		channels: 1,
		priming: 312,
		remainder: 0,
	});
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

// Each test publishes a workflow and takes part in whole conversations.
jest.setTimeout(START_TIMEOUT);

describe('the templates', () => {
	let stage: Stage;
	let published: Published | undefined;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: false });
		await giveModel(stage.api, stage.sandbox);
	}, START_TIMEOUT);

	afterAll(() => stage.close());

	/** One at a time, because several answer the same texts. */
	const publish = async (...args: [file: string, changes?: Parameters<typeof Published.of>[2]]) =>
		(published = await Published.of(stage, ...args));

	afterEach(async () => {
		await published?.unpublish();
		published = undefined;
		stage.sandbox.world.model.clear();
	});

	const model = () => stage.sandbox.world.model;
	const told = (person: string) => toldTo(stage, person);
	/** Messages to a person from now on. */
	const since = (person: string) => {
		const before = told(person).length;
		return () => told(person).slice(before);
	};
	const post = (path: string, body: unknown) =>
		fetch(`${stage.n8n.url}/webhook/${path}`, {
			method: 'POST',
			...(body instanceof FormData
				? { body }
				: { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
		});

	describe('as they are', () => {
		let types: INodeTypeDescription[];
		let templates: Awaited<ReturnType<typeof allTemplates>>;

		beforeAll(async () => {
			types = await stage.api.nodeTypes();
			templates = await allTemplates();
		});

		const typeOf = ({ type, typeVersion }: INode) =>
			types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));

		it('have nodes that n8n has, with parameters that these nodes have, all filled in', () => {
			for (const { file, template } of templates) {
				for (const node of template.nodes as unknown as INode[]) {
					const where = `${file}, ${node.name}`;
					const type = typeOf(node);
					if (!type) throw new Error(`${where}: n8n has no ${node.type} ${node.typeVersion}`);
					const { properties } = type;
					const issues = NodeHelpers.getNodeParametersIssues(properties, node, type);
					expect([where, issues]).toEqual([where, null]);
					const read = NodeHelpers.getNodeParameters(
						properties,
						node.parameters,
						true,
						false,
						node,
						type,
					);
					expect({ where, read }).toMatchObject({ where, read: node.parameters });
				}
			}
		});

		it(
			'can be executed without any account, and then nothing is sent or written',
			async () => {
				for (const { file, template } of templates) {
					const nodes = template.nodes.map(({ credentials: _none, ...node }) => node);
					const { id } = await stage.api.createWorkflow({ ...template, nodes });
					for (const { name, type } of nodes) {
						if (!/Trigger$|\.webhook$/.test(type)) continue;
						const run = await stage.api.waitForExecution(await stage.api.run(id, name));
						expect([file, name, run.status, run.resultData.error?.message]).toEqual([
							file,
							name,
							'success',
							undefined,
						]);
						// It goes further than to the next node.
						expect(Object.keys(run.resultData.runData).length).toBeGreaterThan(1);
					}
				}
				const { sandbox, control } = stage;
				expect(sandbox.world.model.exchanges()).toEqual([]);
				for (const operation of ['sendMessage', 'sendMessageToChat', 'createPoll']) {
					expect(await control.requests(operation)).toEqual([]);
				}
				const tables = await stage.api.tables();
				expect(tables).toContain('Linq contacts');
				for (const table of tables)
					expect([table, await stage.api.rows(table)]).toEqual([table, []]);
			},
			START_TIMEOUT,
		);
	});

	it('send to a list: each contact gets one personal message', async () => {
		const people = ['+12025550111', '+12025550112', '+12025550113'];
		const texts = people.map(since);
		await (await publish('send-to-list.json')).run('Start by hand');
		expect(texts.map((sinceThen) => sinceThen())).toEqual(
			['Ava', 'Ben', 'Cleo'].map((name) => [`Hi ${name}, this is a message from n8n.`]),
		);
	});

	it('AI agent: quick texts get one answer, in bubbles, with the words of them all', async () => {
		const person = somebody();
		const template = await publish('ai-agent.json');
		model().script([{ when: 'Sunday', answer: { text: 'Yes!\n\nFrom **8 to 11**.' } }]);
		for (const text of ['Hi', 'open on Sunday?']) await stage.control.receive(person, text);
		await template.ended(2);
		expect(told(person)).toEqual(['Yes!', 'From 8 to 11.']);
		const [exchange, ...more] = model().exchanges();
		expect(more).toEqual([]);
		expect(exchange?.request.messages.at(-1)).toMatchObject({ content: 'Hi\nopen on Sunday?' });
	});

	describe('voice notes and photos', () => {
		let template: Published;
		const send = async (person: string, name: string, bytes: Buffer) => {
			await stage.control.receiveFiles(person, [await stage.control.attach(name, bytes)]);
			await template.ended(1);
		};
		beforeEach(async () => {
			template = await publish('voice-and-photos.json');
		});

		it('voice is answered with voice', async () => {
			const person = somebody();
			await send(person, 'Audio Message.wav', silence(3));
			expect(told(person)).toEqual(['media']);
			expect(await stage.control.requests('sendVoiceMemoToChat')).toHaveLength(1);
			expect(model().exchanges()[0]?.request.messages.at(-1)?.content).toBe(
				'These are 3 seconds of sound.',
			);
		});

		it('a photo reaches the model, and a text is answered with a text', async () => {
			const person = somebody();
			await send(person, 'photo.png', PNG);
			const [{ request } = { request: undefined }] = model().exchanges();
			expect(JSON.stringify(request)).toContain('What do you see in this photo?');
			expect(told(person)).toEqual(['You said: What do you see in this photo?']);
			await stage.control.receive(person, 'Nice, is it?');
			await template.ended(2);
			expect(told(person).slice(1)).toEqual(['You said: Nice, is it?']);
		});

		it('what OpenAI cannot read is asked for as a text', async () => {
			const person = somebody();
			await send(person, 'Audio Message.caf', await asCaf());
			expect(told(person)).toEqual(['I cannot listen to this one. Could you write it to me?']);
		});
	});

	it('appointments: all are asked at once, and what they say is written down', async () => {
		const [yes, no, out] = [somebody(), somebody(), somebody()];
		await stage.control.receive(out, 'STOP');
		const template = await publish('appointment-reminder.json');
		await template.run('Every morning at 9');
		const booked = { status: 'booked', starts_at: inHours(24) };
		await stage.api.addRows('Linq appointments', [
			{ name: 'Yara', phone: yes, ...booked },
			{ name: 'Nora', phone: no, ...booked },
			{ name: 'Otto', phone: out, ...booked },
			{ name: 'Late', phone: somebody(), ...booked, starts_at: inHours(72) },
		]);
		await template.run('Every morning at 9');
		await template.waiting(2);
		expect(told(yes)[0]).toMatch(/^Hi Yara, .+ at \d+:\d\d [AP]M\.\n\nDoes that suit you\?/);
		// Another run asks nobody twice.
		await template.run('Every morning at 9');
		await stage.control.react(lastTo(stage, yes).id, 'like', { from: yes });
		await stage.control.receive(no, 'no, Friday is better');
		await template.waiting(0);
		await template.ended(6);
		const rows = await stage.api.rows('Linq appointments');
		expect(rows.map(({ name, status, answer }) => [name, status, answer])).toEqual([
			['Yara', 'confirmed', 'like'],
			['Nora', 'to be moved', 'no, Friday is better'],
			['Otto', 'not reached', expect.stringContaining('opted out')],
			['Late', 'booked', null],
		]);
		expect(told(yes).slice(1)).toEqual(['Great, see you then!']);
		expect(told(no).slice(1)).toEqual(['No problem. We text you another time shortly.']);
	});

	it('missed calls: each caller gets one text, and a call without a number says so', async () => {
		const [one, other] = [somebody(), somebody()];
		const template = await publish('missed-call-text-back.json');
		await stage.control.fire('call.no_answer', { from_number: one });
		await template.ended(1);
		await stage.control.fire('call.declined', { from_number: one });
		expect((await post('linq-missed-call', { From: other, CallStatus: 'no-answer' })).status).toBe(
			200,
		);
		await template.ended(3);
		for (const person of [one, other])
			expect(told(person)).toEqual([expect.stringContaining('Sorry that we missed your call')]);
		await stage.control.fire('call.no_answer', {});
		const [last] = await template.ended(4);
		const { resultData } = await stage.api.execution(last?.id ?? '');
		expect(resultData.error?.message).toContain('no number of the caller');
	});

	it('support desk: the assistant answers, hands over, keeps quiet, and comes back', async () => {
		const person = somebody();
		const team = since(TEAM);
		const template = await publish('support-desk.json');
		let texts = 0;
		const text = async (words: string) => {
			await stage.control.receive(person, words);
			await template.ended(++texts);
		};
		await text('Are you open?');
		expect(told(person)).toEqual(['You said: Are you open?']);
		model().script([{ when: 'refund', answer: { text: 'HANDOFF' } }]);
		await text('I want a refund');
		expect(told(person).slice(1)).toEqual(['I get a colleague to help you. They text you here.']);
		expect(team()).toEqual([expect.stringContaining('I want a refund')]);
		await text('Hello?');
		expect(told(person)).toHaveLength(2);
		await stage.control.receive(TEAM, 'I am on it');
		await template.ended(++texts);
		expect(team()).toHaveLength(1);
		await template.submit('When a colleague is done', [person.replace('+1', '+1 ')]);
		await template.ended(++texts);
		await text('Thanks!');
		expect(told(person).slice(2)).toEqual(['You said: Thanks!']);
		await text('Can I talk to a human?');
		expect(told(person).slice(3)).toEqual(['I get a colleague to help you. They text you here.']);
	});

	it('leads: follow-ups come when they are due, and end with the answer', async () => {
		const person = somebody();
		const template = await publish('lead-follow-up.json', {
			'Text them again': {
				options: { ifCannotBeMessaged: 'output', secondOutput: true, ...ALWAYS },
			},
		});
		await template.submit('When the form is submitted', [
			'Lea',
			person,
			'a flat',
			['I agree to receive text messages about my request.'],
		]);
		await template.submit('When the form is submitted', [
			'Nobody',
			'no number',
			'a flat',
			['I agree to receive text messages about my request.'],
		]);
		await template.ended(2);
		await template.run('Every hour');
		expect(told(person)).toEqual([expect.stringMatching(/^Hi Lea, .*looking for: a flat\./)]);
		const due = () =>
			stage.api.changeRows('Linq leads', ['phone', person], { next_at: inHours(-1) });
		await due();
		await template.run('Every hour');
		await template.run('Every hour');
		expect(told(person).slice(1)).toEqual([expect.stringMatching(/^Hi Lea, did you see my text/)]);
		await stage.control.receive(person, 'In May');
		await due();
		await template.run('Every hour');
		expect(told(person)).toHaveLength(2);
		const rows = await stage.api.rows('Linq leads');
		expect(rows.map(({ name, stage, status }) => [name, stage, status])).toEqual([
			['Lea', 1, 'answered'],
			['Nobody', null, expect.stringContaining('To')],
		]);
	});

	it('opted-in list: only those who agreed, once, with opt-outs and a report', async () => {
		const [wants, out, never] = [somebody(), somebody(), somebody()];
		await stage.control.receive(out, 'STOP');
		const report = since(TEAM);
		const options = {
			ifCannotBeMessaged: 'output',
			secondOutput: true,
			newChatsAtMost: 40,
			...ALWAYS,
		};
		const template = await publish('opted-in-list.json', { 'Text each contact': { options } });
		await template.run('Every weekday at 10');
		await stage.api.addRows('Linq contacts', [
			{ name: 'Wim', phone: wants, opted_in: true },
			{ name: 'Otto', phone: out, opted_in: true },
			{ name: 'Nils', phone: never, opted_in: false },
		]);
		await template.run('Every weekday at 10');
		await template.run('Every weekday at 10');
		expect(told(wants)).toEqual([expect.stringMatching(/^Hi Wim, /)]);
		expect([...told(out), ...told(never)]).toEqual([]);
		await stage.control.settle();
		await template.run('Every evening at 6');
		expect(report()).toEqual(['Your campaign: 0 read, 1 delivered, 0 sent, 0 failed.']);
		await stage.control.receive(wants, 'Please stop texting me');
		await template.ended(5);
		const rows = await stage.api.rows('Linq contacts');
		expect(rows.map(({ name, outcome, opted_out: isOut }) => [name, outcome, isOut])).toEqual([
			['Wim', 'sent', true],
			['Otto', 'opted_out', true],
			['Nils', null, null],
		]);
	});

	it('orders: their status is texted once, and the poll is answered by its score', async () => {
		const [happy, angry] = [somebody(), somebody()];
		const team = since(TEAM);
		const template = await publish('order-status-and-survey.json', {
			'Wait a day': { amount: 0, unit: 'seconds' },
		});
		const order = (phone: string, status: string) =>
			post('linq-order', {
				status,
				order: phone.slice(-3),
				name: 'Mia',
				phone,
				tracking_url: 'https://a.example/42',
			});
		await order(happy, 'shipped');
		await template.ended(1);
		await order(happy, 'shipped');
		await template.ended(2);
		expect(told(happy)).toEqual([
			`Hi Mia, your order ${happy.slice(-3)} is on its way.`,
			'https://a.example/42',
		]);
		await order(happy, 'delivered');
		await order(angry, 'delivered');
		await template.ended(4);
		expect(told(happy).slice(3)).toEqual([
			expect.stringContaining('How likely'),
			'poll: 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0',
		]);
		let votes = 0;
		const vote = async (person: string, score: string) => {
			const { id, poll } = pollTo(person);
			const option = poll?.options.find(({ text }) => text === score);
			await stage.control.vote(id, option?.option_id ?? '', { from: person });
			await template.ended(4 + ++votes);
		};
		const pollTo = (person: string) => polls.get(person) ?? lastTo(stage, person);
		const polls = new Map([happy, angry].map((person) => [person, lastTo(stage, person)]));
		await vote(happy, '9');
		await vote(happy, '10');
		await vote(angry, '3');
		expect(told(happy).slice(5)).toEqual([
			expect.stringContaining('happy'),
			'https://example.com/review',
		]);
		expect(told(angry).at(-1)).toContain('We are sorry');
		expect(team()).toEqual([`Order ${angry.slice(-3)} got 3 of 10 from ${angry}.`]);
		const rows = await stage.api.rows('Linq surveys');
		expect(rows.map(({ person, score }) => [person, score])).toEqual([
			[happy, 9],
			[angry, 3],
		]);
	});

	it('voice note bridge: Ogg comes out as a voice memo, and what is no audio is an error', async () => {
		const person = somebody();
		await publish('voice-note-bridge.json');
		const send = (file: Blob, name: string) => {
			const form = new FormData();
			form.set('to', person);
			form.set('sender', 'Grandma');
			form.set('data', file, name);
			return post('linq-voice-note', form);
		};
		const ogg = await readFile(VOICE_NOTE);
		const good = await send(new Blob([new Uint8Array(ogg)], { type: 'audio/ogg' }), 'note.ogg');
		expect([good.status, await good.json()]).toEqual([
			200,
			{ sent: true, chat_id: expect.any(String) as string },
		]);
		expect(told(person)).toEqual(['Voice note from Grandma:', 'media']);
		const bad = await send(new Blob(['hello'], { type: 'audio/ogg' }), 'note.ogg');
		expect([bad.status, await bad.json()]).toEqual([
			422,
			{ sent: false, error: expect.any(String) as string },
		]);
	});

	it('approval: the tool runs after a tapback, and not after a no', async () => {
		const [customer, manager] = [somebody(), '+12025550112'];
		const asked = since(manager);
		const template = await publish('approve-a-tool.json');
		const wish = { toolParameters: { order: '1042', amount: 25 }, hitlParameters: {} };
		const ask = async () => {
			const before = asked().length;
			model().script([
				{ when: 'broken', answer: { calls: [{ tool: 'Refund_the_order', arguments: wish }] } },
			]);
			await stage.control.receive(customer, 'My order 1042 arrived broken');
			await waitFor('the question', () => asked().length > before, { deadline: 30_000 });
			await template.waiting(1);
		};
		await ask();
		expect(asked()[0]).toMatch(/^The assistant wants to refund order 1042 with \$ 25 to \+1/);
		await stage.control.react(lastTo(stage, manager).id, 'like', { from: manager });
		await template.ended(1);
		const refunds = async () =>
			(await stage.api.rows('Linq refunds')).map(({ order, amount, customer: who }) => [
				order,
				amount,
				who,
			]);
		expect(await refunds()).toEqual([['1042', 25, customer]]);
		expect(told(customer)).toHaveLength(1);
		await ask();
		await stage.control.receive(manager, 'no, too late');
		// The manager's text starts an execution too, which ends because it is no customer's.
		await template.ended(3);
		expect(asked()).toHaveLength(2);
		expect(await refunds()).toHaveLength(1);
		expect(told(customer)[1]).toContain('too late');
	});
});
