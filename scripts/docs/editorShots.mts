import { basename, join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { seeded } from '../../tests/support/linq.mts';
import { Editor } from '../../tests/support/editor.mts';
import { Stage } from '../../tests/support/n8n.mts';
import prepareRuntime from '../../tests/support/runtime.mts';
import { sendByHand } from '../../tests/support/workflows.mts';
import { exampleFiles, readExample } from '../start/examples.mts';

const SIZE = { width: 1280, height: 800 };

/** The forms and moments that the documentation shows, by the name of the picture. */
const SHOTS: Record<string, (editor: Editor, stage: Stage) => Promise<void>> = {
	'editor-search': async (editor) => {
		await editor.newWorkflow();
		await editor.search('texting', 'Linq');
	},
	'editor-actions': async (editor) => {
		await editor.choose('Linq');
		await editor.unfoldActions();
	},
	'editor-send': async (editor) => {
		await editor.chooseAction('Send message');
		await editor.fill('to', '+1 (202) 555-0111');
		await editor.fill('text', 'Your order is ready to be picked up.');
		await editor.execute();
		await editor.outputHas('outbound');
		await editor.settled();
	},
	'editor-chats': async (editor) => {
		await editor.select('sendTo', 'Chat');
		await editor.openPicker('chatId');
	},
	'editor-poll': async (editor) => {
		await editor.newWorkflow();
		await editor.addLinq('Create poll in chat');
		await editor.fill('text', 'Thursday, 7 pm', 0);
		await editor.fill('text', 'Friday, 8 pm', 1);
	},
	'editor-trigger': async (editor, stage) => {
		await editor.newWorkflow();
		await editor.addLinq('On message received');
		await editor.execute();
		await stage.control.receive(seeded.ava, 'Is the terrace open tonight?');
		await editor.outputHas('Is the terrace open tonight?');
		await editor.settled();
	},
	'editor-error': async (editor, stage) => {
		const { id } = await stage.api.createWorkflow(sendByHand('Error', '+1 202 555 0111'));
		await editor.openWorkflow(id);
		await editor.openNode('Send');
		await editor.execute();
		await editor.outputHas('not a chat');
		await editor.settled();
	},
	'editor-tool': async (editor) => {
		await editor.newTool();
		await editor.fill('to', '+1 (202) 555-0111');
		await editor.letModelFill('text');
		await editor.select('outputMode', 'Selected Fields');
	},
};

/** Takes the pictures of n8n's editor: forms and moments in light and dark, and every template. */
export async function shootEditor(browser: Browser, folder: string): Promise<void> {
	await prepareRuntime();
	const stage = await Stage.start({ publicationService: true });
	try {
		for (const colorScheme of ['light', 'dark'] as const) {
			const editor = await openEditor(browser, stage, { colorScheme });
			for (const [name, prepare] of Object.entries(SHOTS)) {
				await prepare(editor, stage);
				await shoot(editor, join(folder, `${name}-${colorScheme}.png`));
			}
			await editor.page.context().close();
		}
		await shootTemplates(browser, stage, folder);
	} finally {
		await stage.close();
	}
}

async function shootTemplates(browser: Browser, stage: Stage, folder: string): Promise<void> {
	const editor = await openEditor(browser, stage, { viewport: { width: 1600, height: 900 } });
	for (const file of await exampleFiles()) {
		const { id } = await stage.api.createWorkflow(await readExample(file));
		await editor.openWorkflow(id);
		await editor.showAll();
		await shoot(editor, join(folder, `template-${basename(file, '.json')}.png`));
	}
	await editor.page.context().close();
}

async function openEditor(browser: Browser, stage: Stage, options: BrowserContextOptions) {
	const all = { viewport: SIZE, locale: 'en-US', reducedMotion: 'reduce', ...options } as const;
	const opener = {
		open: async (url: string, context?: BrowserContextOptions) => {
			const page = await (await browser.newContext(context)).newPage();
			page.setDefaultTimeout(20_000);
			await page.goto(url);
			return page;
		},
	};
	return await Editor.open(opener, stage.n8n.url, all);
}

async function shoot({ page }: Editor, path: string): Promise<void> {
	await page.mouse.move(0, 0);
	await page.screenshot({ path, animations: 'disabled' });
}
