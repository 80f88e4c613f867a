import { describeInBrowser, TestBrowser } from '../phone/support/browser.mts';
import { Editor } from '../support/editor.mts';
import { FileHost } from '../support/fileHost.mts';
import { sendingFile } from '../support/fileWorkflow.mts';
import { PNG } from '../support/files.mts';
import { seeded } from '../support/linq.mts';
import { Stage, START_TIMEOUT } from '../support/n8n.mts';
import { sendByHand } from '../support/workflows.mts';

const { ava, chatWithAva } = seeded;

/** Words by which people look for such a node. */
const WORDS = ['texting', 'text message', 'tapback', 'blue bubble', 'group chat', 'imessage'];

describeInBrowser('n8n’s editor', () => {
	const browser = new TestBrowser();
	let stage: Stage;
	let editor: Editor;

	beforeAll(async () => {
		stage = await Stage.start({ publicationService: true });
		await browser.start();
		editor = await Editor.open(browser, stage.n8n.url);
	}, START_TIMEOUT);

	afterAll(async () => {
		await browser.close();
		await stage?.close();
	});

	/** Our messages in a chat, the newest last. */
	const sentTo = (chatId: string) =>
		stage.sandbox.world.state.messages
			.ofChat(chatId)
			.filter(({ direction }) => direction === 'outbound')
			.map(({ parts, poll }) => ({ parts, poll }));

	test('finds the node by the words of those who look for it', async () => {
		await editor.newWorkflow();
		for (const words of WORDS) await editor.search(words, 'Linq');
		expect(await editor.entries()).toContain('Linq');
	});

	test('builds an answer by drag and drop: trigger, If, Send', async () => {
		await editor.newWorkflow();
		await editor.addLinq('On message received');
		await editor.execute();
		await stage.control.receive(ava, 'Are you open?');
		await editor.outputHas('Are you open?');
		await editor.closeNode();

		await editor.openListAfter('Linq Trigger');
		await editor.search('If', 'If');
		await editor.choose('If');
		await editor.fill('right', 'Are you open?');
		await editor.drag('text', 'left');
		await editor.execute();
		await editor.outputHas('True Branch (1 item)');
		await editor.closeNode();

		await editor.openListAfter('If');
		await editor.addLinq('Send message');
		await editor.select('sendTo', 'Chat');
		await editor.drag('chat_id', 'chatId');
		await editor.drag('text', 'text');
		await editor.execute();
		await editor.outputHas('outbound');
		const [last] = sentTo(chatWithAva).slice(-1);
		expect(last?.parts).toEqual([expect.objectContaining({ value: 'Are you open?' })]);
		await editor.closeNode();
	});

	test('sends a photo of the node before', async () => {
		const files = new FileHost();
		await files.start();
		const url = files.add('photo.png', 'image/png', PNG);
		const photo = sendingFile('Photo', url, {
			resource: 'message',
			operation: 'send',
			to: ava,
		});
		const { id } = await stage.api.createWorkflow(photo);
		await editor.openWorkflow(id);
		await editor.openNode('Linq');
		await editor.select('messageType', 'Photo, Video or File');
		await editor.fill('caption', 'By the window');
		await editor.execute();
		await editor.outputHas('outbound');
		const [last] = sentTo(chatWithAva).slice(-1);
		expect(last?.parts.map(({ type }) => type)).toEqual(['media', 'text']);
		await editor.closeNode();
		await files.close();
	});

	test('creates a poll, in a chat found among 300', async () => {
		for (let index = 0; index < 300; index++) {
			await stage.control.receive(`+1415555${1000 + index}`, 'Hi');
		}
		await editor.newWorkflow();
		await editor.addLinq('Create poll in chat');
		await editor.pick('chatId', '(415) 555-1007', '+1 415 555 1007 · iMessage · your line …0100');
		await editor.fill('text', 'Thursday', 0);
		await editor.fill('text', 'Friday', 1);
		await editor.execute();
		await editor.outputHas('Thursday');
		const [chat] = stage.sandbox.world.state.chats
			.all()
			.filter(({ handles }) => handles.some(({ handle }) => handle === '+14155551007'));
		expect(sentTo(chat?.id ?? '')).toHaveLength(1);
		await editor.closeNode();
	});

	test('takes what cannot be sent to the error branch, in plain words', async () => {
		const { id } = await stage.api.createWorkflow(sendByHand('Error branch', 'no chat'));
		await editor.openWorkflow(id);
		await editor.openNode('Send');
		await editor.execute();
		await editor.outputHas('Chat is not a valid ID: "no chat"');
		await editor.setOnError('Continue (using error output)');
		await editor.execute();
		await editor.outputHas('Error Branch (1 item)');
		await editor.closeNode();
		expect(await editor.part('canvas-handle-plus', editor.node('Send')).count()).toBe(2);
	});

	test('as a tool, has stars for the model and Output in place of Simplify', async () => {
		await editor.newTool();
		await editor.select('outputMode', 'Selected Fields');
		await editor.field('outputFields').waitFor();
		expect(await editor.field('simplify').count()).toBe(0);
		await editor.letModelFill('text');
		await editor.part('node-parameters').getByText('Defined automatically by the model').waitFor();
	});

	test('looks right in the dark', async () => {
		const dark = await Editor.open(browser, stage.n8n.url, { colorScheme: 'dark' });
		const { id } = await stage.api.createWorkflow(sendByHand('Dark', chatWithAva));
		await dark.openWorkflow(id);
		const icon = await dark.node('Send').locator('img').getAttribute('src');
		expect(icon).toMatch(/linq\.dark\.svg$/);
		await dark.openNode('Send');
		await dark.execute();
		await dark.outputHas('outbound');
	});

	test('nothing went wrong in the page', () => {
		expect(browser.errors.filter((error) => error.includes('linq'))).toEqual([]);
	});
});
