import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

import { owner } from '../../scripts/n8n/owner.mts';
import { waitFor } from '../../scripts/waitFor.mts';

interface Opener {
	open(url: string, options?: BrowserContextOptions): Promise<Page>;
}

/** n8n's editor in a browser, used as a person does: by what can be seen, clicked and dragged. */
export class Editor {
	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Logs in as the owner of a local n8n. @param options e.g. a dark color scheme */
	static async open(
		browser: Opener,
		url: string,
		options: BrowserContextOptions = {},
	): Promise<Editor> {
		const page = await browser.open('about:blank', options);
		const { email, password } = owner;
		const login = await page.context().request.post(`${url}/rest/login`, {
			data: { emailOrLdapLoginId: email, password },
		});
		if (!login.ok()) throw new Error(`n8n answered the login with ${login.status()}`);
		return new Editor(page, url);
	}

	/** Visible elements with one of the IDs that n8n gives its elements for tests. */
	part(id: string, within: Page | Locator = this.page): Locator {
		return within.locator(`[data-test-id="${id}"]`).filter({ visible: true });
	}

	/** Begins a workflow, and opens the list of all nodes. */
	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.part('canvas-add-button').waitFor();
		await this.part('node-creator-plus-button').first().click();
		await this.part('node-creator-search-bar').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
	}

	/** Opens the list of nodes to come after another, on one of its outputs. */
	async openListAfter(name: string, output = 0): Promise<void> {
		await this.part('canvas-handle-plus', this.node(name)).nth(output).click();
		await this.part('node-creator-search-bar').waitFor();
	}

	/** Looks for something in the open list, and waits until it comes first. */
	async search(words: string, wanted: string): Promise<void> {
		const searchBar = this.part('node-creator-search-bar');
		const first = async () => (await this.entries())[0];
		// Empty, so that what is found is not the result of an earlier search.
		await searchBar.fill('');
		await waitFor('the whole list', async () => (await first()) !== wanted);
		await searchBar.fill(words);
		await waitFor(`${wanted} for "${words}"`, async () => (await first()) === wanted);
	}

	/** The names in the open list of nodes or actions. */
	async entries(): Promise<string[]> {
		return await this.part('node-creator-item-name').allInnerTexts();
	}

	/** Chooses an entry of the open list of nodes or actions. */
	async choose(name: string): Promise<void> {
		const entry = this.part('node-creator-item-name').filter({ hasText: exactly(name) });
		await entry.first().click();
	}

	/** Chooses an action of a node in its open list, which can be folded below its triggers. */
	async chooseAction(name: string): Promise<void> {
		const entry = this.part('node-creator-item-name').filter({ hasText: exactly(name) });
		await entry.or(this.#actions).first().waitFor();
		if (!(await entry.first().isVisible())) await this.#actions.click();
		await entry.first().click();
	}

	/** Adds the Linq node, or its trigger, by one of its actions or triggers in the open list. */
	async addLinq(action: string): Promise<void> {
		await this.search('texting', 'Linq');
		await this.choose('Linq');
		await this.chooseAction(action);
	}

	/** Begins a workflow with an agent that has the Linq node as its tool, and opens the tool. */
	async newTool(): Promise<void> {
		await this.newWorkflow();
		await this.search('AI Agent', 'AI Agent');
		await this.choose('AI Agent');
		await this.part('add-subnode-ai_tool-0').click();
		await this.part('node-creator-search-bar').waitFor();
		await this.search('texting', 'Linq');
		await this.choose('Linq Tool');
	}

	/** Shows the actions of a node below its triggers, and scrolls to them. */
	async unfoldActions(): Promise<void> {
		await this.#actions.click();
		await this.#actions.evaluate((element: { scrollIntoView: () => void }) =>
			element.scrollIntoView(),
		);
	}

	get #actions(): Locator {
		return this.part('node-creator-category-item').filter({ hasText: /^Actions/ });
	}

	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.part('ndv').waitFor();
	}

	async closeNode(): Promise<void> {
		await this.part('ndv-close-button').click();
		await this.part('ndv').waitFor({ state: 'hidden' });
	}

	/** A field of the open node, by the name of its parameter; the first where it comes several times. */
	field(name: string): Locator {
		return this.part(`parameter-input-${name}`).first();
	}

	/** Types into a field, in place of what it has. */
	async fill(name: string, text: string, place = 0): Promise<void> {
		const field = this.part(`parameter-input-${name}`).nth(place);
		await field.locator('input, textarea').first().fill(text);
		// The editor takes over what was typed a moment later, or at once when the field is left.
		await this.page.keyboard.press('Tab');
	}

	/** Chooses an option of a field. */
	async select(name: string, option: string): Promise<void> {
		await this.field(name).locator('input').first().click();
		const options = this.page.getByRole('option').filter({ visible: true });
		await options
			.filter({ hasText: new RegExp(`^\\s*${escaped(option)}`) })
			.first()
			.click();
	}

	/** Drags a field of the input onto a field of the open node. */
	async drag(input: string, name: string): Promise<void> {
		const from = this.part('ndv-input-panel').locator(
			`[data-target="mappable"][data-path=".${input}"]`,
		);
		await from.first().scrollIntoViewIfNeeded();
		const [start, end] = [await from.first().boundingBox(), await this.field(name).boundingBox()];
		if (!start || !end) throw new Error(`${input} or ${name} cannot be seen`);
		const { mouse } = this.page;
		await mouse.move(start.x + start.width / 2, start.y + start.height / 2);
		await mouse.down();
		await mouse.move(start.x + start.width, start.y + start.height + 20, { steps: 4 });
		await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
		await mouse.up();
		await this.field(name).getByText(`$json.${input}`).first().waitFor();
	}

	/** Opens a list of chats or lines. */
	async openPicker(name: string): Promise<void> {
		await this.part('rlc-input', this.field(name)).click();
		await this.part('rlc-item').first().waitFor();
	}

	/** Chooses an entry of a list of chats or lines, which is looked for. */
	async pick(name: string, words: string, entry: string): Promise<void> {
		await this.openPicker(name);
		await this.part('rlc-search').locator('input').or(this.part('rlc-search')).last().fill(words);
		await this.part('rlc-item')
			.filter({ hasText: exactly(entry) })
			.click();
	}

	/** Leaves a field of a tool to the model. */
	async letModelFill(name: string): Promise<void> {
		const row = this.part('parameter-item').filter({ has: this.field(name) });
		await row.hover();
		await this.part('from-ai-override-button', row).click();
	}

	/** Changes what the open node does after an error. */
	async setOnError(option: string): Promise<void> {
		await this.part('tab-settings').click();
		await this.select('onError', option);
		await this.part('tab-params').click();
	}

	/** Waits until nothing is executed any more, and the notices of it are gone. */
	async settled(): Promise<void> {
		await this.part('node-execute-button').filter({ hasText: 'Execute step' }).first().waitFor();
		await this.page.getByText('Stop Listening').first().waitFor({ state: 'hidden' });
		const notices = this.page.locator('.el-notification');
		const close = this.page.locator('.el-notification__closeBtn');
		await close.evaluateAll((buttons) => {
			for (const button of buttons) (button as unknown as { click: () => void }).click();
		});
		await notices.first().waitFor({ state: 'hidden' });
	}

	/** Moves the canvas so that all of the workflow can be seen. */
	async showAll(): Promise<void> {
		await this.part('zoom-to-fit').click();
		await this.page.mouse.move(0, 0);
	}

	/** Executes the open node, or has it listen: n8n's answer comes when a trigger has registered. */
	async execute(): Promise<void> {
		const started = this.page.waitForResponse(/\/rest\/workflows\/\w+\/run/);
		await this.part('node-execute-button').first().click();
		await started;
	}

	/** Waits until the output of the open node has a text, e.g. a value, or the words of an error. */
	async outputHas(text: string): Promise<void> {
		await this.part('output-panel').getByText(text).first().waitFor();
	}
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exactly = (text: string) => new RegExp(`^${escaped(text)}$`);
